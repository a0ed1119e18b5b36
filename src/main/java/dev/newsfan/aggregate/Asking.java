package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.Source;
import dev.newsfan.timeline.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One request, as it is put to its sources.
 *
 * @param sources those that are asked, in their order
 * @param progress hears how they answer
 * @param steps those of its calls
 * @param step that of the request
 * @param mistakes hears of those of ours that an older answer hides, with the name of the source
 */
record Asking(
        Mode mode,
        NewsQuery query,
        Budget budget,
        List<Source> sources,
        Consumer<Progress<SourceAnswer>> progress,
        CallSteps steps,
        Step step,
        BiConsumer<String, Throwable> mistakes) {

    /** A call to each source. */
    FanOut<SourceAnswer> fanOut() {
        Question question = query.question();
        List<Call<SourceAnswer>> calls = sources.stream()
                .map(source -> new Call<>(
                        source.name(),
                        source.timeout(),
                        () -> source.ask(question.watchedBy(steps.of(source.name()))),
                        outcome -> orKept(source, question.watchedBy(steps.of(source.name())), outcome)))
                .toList();
        return new FanOut<>(calls, budget, progress);
    }

    /** What is kept of an earlier answer, where the source has none. */
    private Outcome<SourceAnswer> orKept(Source source, Question question, Outcome<SourceAnswer> outcome) {
        Optional<SourceAnswer> kept = SourceReport.reason(outcome).flatMap(why -> source.instead(question, why));
        if (kept.isEmpty()) {
            return outcome;
        }
        SourceReport.mistake(outcome).ifPresent(bug -> mistakes.accept(source.name(), bug));
        return new Outcome.Ok<>(kept.get());
    }

    /** The replies without any call, if each source has a fresh answer. */
    Optional<List<Reply<SourceAnswer>>> fresh() {
        return FreshReplies.of(sources, query.question().watchedBy(step), budget, progress);
    }

    /** How long what is made of these replies may be used again. */
    Reuse reuse(List<Reply<SourceAnswer>> replies) {
        return Reuse.of(replies, sources.stream().map(Source::staleFor).toList());
    }
}
