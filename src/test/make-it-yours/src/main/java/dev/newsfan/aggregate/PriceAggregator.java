package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.prices.BestOffers;
import dev.newsfan.prices.Offer;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the shops in a mode and compares what they offer. The modes differ in the waiting alone.
 *
 * <p>Offers are written as JSON, which a native executable has to be told of, as {@code prices} is pure Java.
 */
@Singleton
@RegisterForReflection(targets = Offer.class)
public class PriceAggregator {

    private static final long BYTES_PER_OFFER = 100;

    private final Sources sources;
    private final Modes modes;
    private final SourceCallMetrics metrics;
    private final ComputePool.Lane lane;

    PriceAggregator(Sources sources, Modes modes, SourceCallMetrics metrics, ComputePool pool) {
        this.sources = sources;
        this.modes = modes;
        this.metrics = metrics;
        this.lane = pool.lane();
    }

    /** The names of the shops, in their order. */
    public List<String> names() {
        return sources.names();
    }

    /** Asks one shop after another, and blocks the caller, a worker thread, until all have been asked. */
    public Comparison sync(PriceQuery query, Budget budget, CancellationToken cancellation, Step step)
            throws InterruptedException {
        var replies = modes.sync().ask(fanOut(Mode.SYNC, query, budget, step), cancellation);
        return compare(Mode.SYNC, query, budget, replies, step);
    }

    /** Asks all shops at once when subscribed to, and blocks nobody. To be called on an event loop. */
    public Uni<Comparison> async(PriceQuery query, Budget budget, Step step) {
        return modes.async()
                .ask(fanOut(Mode.ASYNC, query, budget, step))
                .flatMap(replies -> lane.run(weight(replies), () -> compare(Mode.ASYNC, query, budget, replies, step)));
    }

    /** Asks all shops at once, and blocks the caller, a virtual thread, until all have answered. */
    public Comparison virtual(PriceQuery query, Budget budget, CancellationToken cancellation, Step step)
            throws InterruptedException {
        var replies = modes.virtual().ask(fanOut(Mode.VIRTUAL, query, budget, step), cancellation);
        return compare(Mode.VIRTUAL, query, budget, replies, step);
    }

    private FanOut<SourceAnswer> fanOut(Mode mode, PriceQuery query, Budget budget, Step step) {
        CallSteps steps = new CallSteps(step);
        Question question = query.question();
        List<Call<SourceAnswer>> calls = sources.inOrder().stream()
                .filter(source -> query.sources().contains(source.name()))
                .map(source -> new Call<>(
                        source.name(),
                        source.timeout(),
                        () -> source.ask(question.watchedBy(steps.of(source.name()))),
                        outcome -> orKept(source, question, outcome)))
                .toList();
        return new FanOut<>(calls, budget, event -> {
            metrics.record(mode, event, step.trace());
            steps.hear(event);
        });
    }

    /** What is kept of an earlier answer, where the shop has none. */
    private static Outcome<SourceAnswer> orKept(Source source, Question question, Outcome<SourceAnswer> outcome) {
        return SourceReport.reason(outcome)
                .flatMap(why -> source.instead(question, why))
                .<Outcome<SourceAnswer>>map(Outcome.Ok::new)
                .orElse(outcome);
    }

    private Comparison compare(
            Mode mode, PriceQuery query, Budget budget, List<Reply<SourceAnswer>> replies, Step step) {
        List<SourceReport> reports = replies.stream().map(SourceReport::of).toList();
        List<Offer> offers = replies.stream().flatMap(PriceAggregator::offers).toList();
        List<Offer> best = step.begin(StepKind.MERGING).during(() -> BestOffers.of(offers, sources.names()));
        return new Comparison(mode, query.product(), budget.spent(), reports, best, Optional.empty());
    }

    /** About as many bytes as the offers had when they came: comparing them takes about as long as reading them. */
    private static long weight(List<Reply<SourceAnswer>> replies) {
        return BYTES_PER_OFFER
                * replies.stream().flatMap(PriceAggregator::offers).count();
    }

    /** What a shop has delivered, if it has. */
    private static Stream<Offer> offers(Reply<SourceAnswer> reply) {
        return SourceReport.answer(reply).stream().flatMap(answer -> answer.result().offers().stream());
    }
}
