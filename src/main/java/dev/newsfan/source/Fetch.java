package dev.newsfan.source;

import dev.newsfan.policy.Ask;
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

    /**
     * Made of the parts of a source.
     *
     * @param lane where large answers are read
     * @param bodies makes one for each call
     */
    Fetch(UpstreamClient upstream, AnswerReader reader, ComputePool.Lane lane, Supplier<IncomingBody> bodies) {
        this.upstream = upstream;
        this.reader = reader;
        this.lane = lane;
        this.bodies = bodies;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().deferred(() -> {
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
