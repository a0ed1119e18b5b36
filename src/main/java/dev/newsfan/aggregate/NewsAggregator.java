package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Asks the sources in a mode and makes the digest. The modes differ in the waiting alone.
 *
 * <p>Articles are written as JSON, which a native executable has to be told of, as {@code news} is pure Java.
 */
@Singleton
@RegisterForReflection(targets = Article.class)
public class NewsAggregator {

    private static final int BYTES_PER_ARTICLE = 200;

    private final Sources sources;
    private final Modes modes;
    private final SourceCallMetrics metrics;
    private final ComputePool.Lane lane;

    NewsAggregator(Sources sources, Modes modes, SourceCallMetrics metrics, ComputePool pool) {
        this.sources = sources;
        this.modes = modes;
        this.metrics = metrics;
        this.lane = pool.lane();
    }

    /** The names of the enabled sources, in their order. */
    public List<String> names() {
        return sources.names();
    }

    /** Asks one source after another, and blocks the caller, a worker thread, until the digest is made. */
    public Digest sync(NewsQuery query, Budget budget, CancellationToken cancellation) throws InterruptedException {
        var replies = modes.sync().ask(fanOut(Mode.SYNC, query, budget, event -> {}), cancellation);
        return digest(Mode.SYNC, query, budget, replies);
    }

    /** Asks all sources at once when subscribed to, and blocks nobody. To be called on an event loop. */
    public Uni<Digest> async(NewsQuery query, Budget budget) {
        return ask(Mode.ASYNC, query, budget, event -> {});
    }

    /** Asks all sources at once, and blocks the caller, a virtual thread, until the digest is made. */
    public Digest virtual(NewsQuery query, Budget budget, CancellationToken cancellation) throws InterruptedException {
        var replies = modes.virtual().ask(fanOut(Mode.VIRTUAL, query, budget, event -> {}), cancellation);
        // A large merge would keep the carrier from all other virtual threads.
        return cancellation.await(merged(Mode.VIRTUAL, query, budget, replies));
    }

    /**
     * Asks in any mode when subscribed to, which has to be on an event loop, and blocks nobody. Cancelling it cancels the
     * calls under way.
     *
     * @param progress hears how the sources answer, on the threads where they do; it must not block
     */
    Uni<Digest> ask(Mode mode, NewsQuery query, Budget budget, Consumer<Progress<SourceAnswer>> progress) {
        return modes.ask(mode, fanOut(mode, query, budget, progress))
                .flatMap(replies -> merged(mode, query, budget, replies));
    }

    /** The digest, made where it holds up nobody. */
    private Uni<Digest> merged(Mode mode, NewsQuery query, Budget budget, List<Reply<SourceAnswer>> replies) {
        return lane.run(weight(replies), () -> digest(mode, query, budget, replies));
    }

    private FanOut<SourceAnswer> fanOut(
            Mode mode, NewsQuery query, Budget budget, Consumer<Progress<SourceAnswer>> progress) {
        Question question = query.question();
        List<Call<SourceAnswer>> calls = sources.inOrder().stream()
                .filter(source -> query.sources().contains(source.name()))
                .map(source -> new Call<>(
                        source.name(),
                        source.timeout(),
                        () -> source.ask(question),
                        outcome -> orKept(source, question, outcome)))
                .toList();
        return new FanOut<>(calls, budget, event -> {
            metrics.record(mode, event);
            progress.accept(event);
        });
    }

    /** What is kept of an earlier answer, where the source has none. */
    private static Outcome<SourceAnswer> orKept(Source source, Question question, Outcome<SourceAnswer> outcome) {
        return SourceReport.reason(outcome)
                .flatMap(why -> source.instead(question, why))
                .<Outcome<SourceAnswer>>map(Outcome.Ok::new)
                .orElse(outcome);
    }

    private Digest digest(Mode mode, NewsQuery query, Budget budget, List<Reply<SourceAnswer>> replies) {
        List<SourceReport> reports = replies.stream().map(SourceReport::of).toList();
        Merge merge =
                Merge.of(replies.stream().flatMap(NewsAggregator::articles).toList(), sources.names());
        return Digest.of(mode, budget.spent(), reports, merge.duplicates(), query.select(merge.articles()));
    }

    /** About as many bytes as the articles had when they came: merging them takes about as long as reading them. */
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
