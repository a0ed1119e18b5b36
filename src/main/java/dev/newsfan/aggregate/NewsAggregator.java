package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the sources in a mode and makes the digest. The modes differ in the waiting alone. */
@Singleton
public class NewsAggregator {

    private static final int BYTES_PER_ARTICLE = 200;

    private final Sources sources;
    private final Modes modes;
    private final SourceCallMetrics metrics;
    private final MergedArticles merged;
    private final ComputePool.Lane lane;

    NewsAggregator(Sources sources, Modes modes, SourceCallMetrics metrics, MergedArticles merged, ComputePool pool) {
        this.sources = sources;
        this.modes = modes;
        this.metrics = metrics;
        this.merged = merged;
        this.lane = pool.lane();
    }

    /** The names of the enabled sources, in their order. */
    public List<String> names() {
        return sources.names();
    }

    /** Asks one source after another, and blocks the caller, a worker thread, until the digest is made. */
    public Digest sync(NewsQuery query, Budget budget, CancellationToken cancellation, Step step)
            throws InterruptedException {
        Asking asking = asking(Mode.SYNC, query, budget, step, event -> {});
        var fresh = asking.fresh();
        var replies = fresh.isPresent() ? fresh.get() : modes.sync().ask(asking.fanOut(), cancellation);
        return kept(asking, replies).orElseGet(() -> made(asking, replies));
    }

    /** Asks all sources at once when subscribed to, and blocks nobody. To be called on an event loop. */
    public Uni<Digest> async(NewsQuery query, Budget budget, Step step) {
        return ask(Mode.ASYNC, query, budget, step, event -> {});
    }

    /** Asks all sources at once, and blocks the caller, a virtual thread, until the digest is made. */
    public Digest virtual(NewsQuery query, Budget budget, CancellationToken cancellation, Step step)
            throws InterruptedException {
        Asking asking = asking(Mode.VIRTUAL, query, budget, step, event -> {});
        var fresh = asking.fresh();
        var replies = fresh.isPresent() ? fresh.get() : modes.virtual().ask(asking.fanOut(), cancellation);
        var kept = kept(asking, replies);
        // A large merge would keep the carrier from all other virtual threads.
        return kept.isPresent() ? kept.get() : cancellation.await(inItsPlace(asking, replies));
    }

    /**
     * Asks in any mode when subscribed to, which has to be on an event loop, and blocks nobody. Cancelling it cancels the
     * calls under way.
     *
     * @param step that of the request, or of what it does in this mode; it is told what becomes of it, and not ended
     * @param progress hears how the sources answer, on the threads where they do; it must not block
     */
    Uni<Digest> ask(Mode mode, NewsQuery query, Budget budget, Step step, Consumer<Progress<SourceAnswer>> progress) {
        Asking asking = asking(mode, query, budget, step, progress);
        return Uni.createFrom()
                .deferred(() -> asking.fresh()
                        .map(replies -> Uni.createFrom().item(replies))
                        .orElseGet(() -> modes.ask(mode, asking.fanOut())))
                .flatMap(replies -> kept(asking, replies)
                        .map(digest -> Uni.createFrom().item(digest))
                        .orElseGet(() -> inItsPlace(asking, replies)));
    }

    private Asking asking(
            Mode mode, NewsQuery query, Budget budget, Step step, Consumer<Progress<SourceAnswer>> progress) {
        CallSteps steps = new CallSteps(step);
        step.tell(Fact.MODE, mode.word());
        step.tell(Fact.SOURCES, String.join(",", query.sources()));
        List<Source> asked = sources.inOrder().stream()
                .filter(source -> query.sources().contains(source.name()))
                .toList();
        return new Asking(
                mode,
                query,
                budget,
                asked,
                event -> {
                    metrics.record(mode, event, step.trace());
                    steps.hear(event);
                    progress.accept(event);
                },
                steps,
                step,
                (source, bug) -> metrics.record(mode, source, bug, step.trace()));
    }

    /** The digest, if its articles have been merged for another request. */
    private Optional<Digest> kept(Asking asking, List<Reply<SourceAnswer>> replies) {
        return merged.kept(asking.query(), replies).map(articles -> digest(asking, replies, articles));
    }

    /** The digest, made where it holds up nobody. */
    private Uni<Digest> inItsPlace(Asking asking, List<Reply<SourceAnswer>> replies) {
        return lane.run(weight(replies), () -> made(asking, replies));
    }

    private Digest made(Asking asking, List<Reply<SourceAnswer>> replies) {
        return digest(asking, replies, merged.make(asking.query(), replies, sources.names(), asking.step()));
    }

    private static Digest digest(Asking asking, List<Reply<SourceAnswer>> replies, Merged articles) {
        List<SourceReport> reports = replies.stream().map(SourceReport::of).toList();
        tell(reports, articles, asking.step());
        return Digest.of(asking.mode(), asking.budget().spent(), reports, articles, asking.reuse(replies));
    }

    private static void tell(List<SourceReport> reports, Merged articles, Step step) {
        reports.stream()
                .collect(Collectors.groupingBy(SourceReport::outcome, Collectors.counting()))
                .forEach((outcome, count) -> step.tell(fact(outcome), count));
        step.tell(
                Fact.STALE,
                reports.stream().filter(report -> report.stale().isPresent()).count());
        step.tell(Fact.ARTICLES, articles.articles().count());
    }

    private static Fact fact(Outcome.Kind outcome) {
        return switch (outcome) {
            case OK -> Fact.OK;
            case TIMEOUT -> Fact.TIMEOUT;
            case ERROR -> Fact.ERROR;
            case SKIPPED -> Fact.SKIPPED;
        };
    }

    /** About as many bytes as the articles had when they came: merging and writing them takes about as long as reading them. */
    private static long weight(List<Reply<SourceAnswer>> replies) {
        return weight(replies.stream().flatMap(NewsAggregator::articles).count());
    }

    static long weight(long articles) {
        return articles * BYTES_PER_ARTICLE;
    }

    /** What a source has delivered, if it has. */
    static Stream<Article> articles(Reply<SourceAnswer> reply) {
        return SourceReport.answer(reply).stream().flatMap(answer -> answer.result().articles().stream());
    }
}
