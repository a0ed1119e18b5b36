package dev.newsfan.source;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.util.function.LongFunction;

/** Asks a source itself by its HTTP client, and reads the answer: the innermost {@link Ask}. */
final class Fetch implements Ask {

    private final Redirects redirects;
    private final Parts parts;
    private final AnswerReader reader;
    private final ComputePool.Lane lane;
    private final LongFunction<IncomingBody> bodies;

    /**
     * Made of the parts of a source.
     *
     * @param lane where large answers are read
     * @param bodies makes one for each request, of so many bytes at most
     */
    Fetch(
            Redirects redirects,
            Parts parts,
            AnswerReader reader,
            ComputePool.Lane lane,
            LongFunction<IncomingBody> bodies) {
        this.redirects = redirects;
        this.parts = parts;
        this.reader = reader;
        this.lane = lane;
        this.bodies = bodies;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().deferred(() -> {
            CallBodies arriving = new CallBodies(bodies);
            RedirectedCall call = new RedirectedCall(redirects, question, parts.requests(), arriving, reader.maxSize());
            return call.answer()
                    .onFailure()
                    .transform(ConnectionFailures::explain)
                    .onItem()
                    .transformToUni(answer -> read(answer, question, call, arriving))
                    .onFailure(SourceException.class)
                    .transform(failure -> call.blame((SourceException) failure))
                    .onTermination()
                    .invoke(arriving::forgetAll);
        });
    }

    private Uni<SourceAnswer> read(UpstreamAnswer answer, Question question, RedirectedCall call, CallBodies arriving) {
        return lane.run(reader.weight(answer), () -> reader.open(answer, question))
                .flatMap(reading -> switch (reading) {
                    case AnswerReader.Whole whole -> Uni.createFrom().item(whole.answer());
                    case AnswerReader.Index index ->
                        new PartedCall(parts, question, arriving, call.place(), answer, index.parts())
                                .answer()
                                .flatMap(all -> lane.run(reader.weight(all), () -> reader.read(all, question)));
                });
    }
}
