package dev.newsfan.source;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.upstream.UpstreamAnswer;
import dev.newsfan.upstream.UpstreamCall;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks a source itself by its HTTP client, and reads the answer: the innermost {@link Ask}. */
final class Fetch implements Ask {

    private final Function<Question, UpstreamCall> calls;
    private final Parts parts;
    private final AnswerReader reader;
    private final ComputePool.Lane lane;

    /**
     * Made of the parts of a source.
     *
     * @param calls begins one
     * @param lane where large answers are read
     */
    Fetch(Function<Question, UpstreamCall> calls, Parts parts, AnswerReader reader, ComputePool.Lane lane) {
        this.calls = calls;
        this.parts = parts;
        this.reader = reader;
        this.lane = lane;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().deferred(() -> {
            UpstreamCall call = calls.apply(question);
            return call.answer()
                    .onItem()
                    .transformToUni(answer -> read(answer, question, call))
                    .onFailure(SourceException.class)
                    .transform(failure -> call.blame((SourceException) failure))
                    .onTermination()
                    .invoke(call::end);
        });
    }

    private Uni<SourceAnswer> read(UpstreamAnswer answer, Question question, UpstreamCall call) {
        return decoded(reader.weight(answer), () -> reader.open(answer, question), question)
                .flatMap(reading -> switch (reading) {
                    case AnswerReader.Whole whole -> Uni.createFrom().item(whole.answer());
                    case AnswerReader.Index index ->
                        new PartedCall(parts, question, call, answer, index.parts())
                                .answer()
                                .flatMap(
                                        all -> decoded(reader.weight(all), () -> reader.read(all, question), question));
                });
    }

    /** To wait for a thread is part of it. */
    private <T> Uni<T> decoded(long weight, Supplier<T> work, Question question) {
        Step decoding = question.step().begin(StepKind.DECODING);
        return lane.run(weight, () -> decoding.during(work));
    }
}
