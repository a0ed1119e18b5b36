package dev.newsfan.desk;

import dev.newsfan.fanout.AsyncMode;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Cancellation;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.fanout.SyncMode;
import dev.newsfan.fanout.VirtualMode;
import dev.newsfan.news.Article;
import dev.newsfan.news.Delivery;
import dev.newsfan.news.Digest;
import dev.newsfan.news.Merge;
import dev.newsfan.news.SourceReport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks the sources in a mode and makes the digest. The modes differ in the waiting alone. */
@Singleton
public class NewsDesk {

    private final Sources sources;
    private final CallWatch watch;
    private final Timers timers;

    NewsDesk(Sources sources, CallWatch watch, Timers timers) {
        this.sources = sources;
        this.watch = watch;
        this.timers = timers;
    }

    /** Asks one source after another, and blocks the caller, a worker thread, until the digest is made. */
    public Digest sync(NewsQuery query, Budget budget, Cancellation cancellation) throws InterruptedException {
        var replies = new SyncMode(timers.own()).ask(fanOut(Mode.SYNC, query, budget), cancellation);
        return digest(Mode.SYNC, query, budget, replies);
    }

    /** Asks all sources at once when subscribed to, and blocks nobody. To be called on an event loop. */
    public Uni<Digest> async(NewsQuery query, Budget budget) {
        return new AsyncMode(timers.ofThisEventLoop())
                .ask(fanOut(Mode.ASYNC, query, budget))
                .map(replies -> digest(Mode.ASYNC, query, budget, replies));
    }

    /** Asks all sources at once, and blocks the caller, a virtual thread, until the digest is made. */
    public Digest virtual(NewsQuery query, Budget budget, Cancellation cancellation) throws InterruptedException {
        var replies = new VirtualMode(timers.own()).ask(fanOut(Mode.VIRTUAL, query, budget), cancellation);
        return digest(Mode.VIRTUAL, query, budget, replies);
    }

    private FanOut<Delivery> fanOut(Mode mode, NewsQuery query, Budget budget) {
        List<Call<Delivery>> calls = sources.inOrder().stream()
                .filter(source -> query.sources().contains(source.name()))
                .map(source -> new Call<>(source.name(), source.timeout(), source::ask))
                .toList();
        Consumer<Progress<Delivery>> progress = event -> watch.watch(mode, event);
        return new FanOut<>(calls, budget, progress);
    }

    private Digest digest(Mode mode, NewsQuery query, Budget budget, List<Reply<Delivery>> replies) {
        List<SourceReport> reports = replies.stream().map(Reports::of).toList();
        List<Article> articles = replies.stream().flatMap(NewsDesk::articles).toList();
        Merge merge = Merge.of(articles, sources.names());
        return Digest.of(mode.word(), budget.spent(), reports, merge.duplicates(), query.select(merge.articles()));
    }

    private static Stream<Article> articles(Reply<Delivery> reply) {
        return reply.outcome() instanceof Outcome.Ok<Delivery>(var delivery)
                ? delivery.articles().stream()
                : Stream.empty();
    }
}
