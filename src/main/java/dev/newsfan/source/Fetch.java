package dev.newsfan.source;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Asks a source itself by its HTTP client, and reads the answer: the innermost {@link Ask}. */
final class Fetch implements Ask {

    private final UpstreamClient upstream;
    private final AnswerReader reader;
    private final ComputePool.Lane lane;
    private final Supplier<IncomingBody> bodies;
    private final PolicyEvents events;

    /**
     * Made of the parts of a source.
     *
     * @param lane where large answers are read
     * @param bodies makes one for each call
     * @param events counts the calls
     */
    Fetch(
            UpstreamClient upstream,
            AnswerReader reader,
            ComputePool.Lane lane,
            Supplier<IncomingBody> bodies,
            PolicyEvents events) {
        this.upstream = upstream;
        this.reader = reader;
        this.lane = lane;
        this.bodies = bodies;
        this.events = events;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().deferred(() -> {
            events.count(PolicyEvent.CALLED);
            IncomingBody body = bodies.get();
            return upstream.get(question, body)
                    .onFailure()
                    .transform(ConnectionFailures::explain)
                    .onItem()
                    .transformToUni(answer -> lane.run(reader.weight(answer), () -> reader.read(answer, question)))
                    .onTermination()
                    .invoke(body::forget);
        });
    }
}
