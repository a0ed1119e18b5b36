package dev.newsfan.desk;

import dev.newsfan.fanout.AsyncMode;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Deadlines;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.news.Delivery;
import dev.newsfan.news.Digest;
import dev.newsfan.news.Merge;
import dev.newsfan.news.SourceReport;
import dev.newsfan.source.Decoders;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks the sources in a mode and makes the digest. The modes differ in the waiting alone. */
@Singleton
public class NewsDesk {

    private static final int BYTES_PER_ARTICLE = 200;

    private final Sources sources;
    private final CallWatch watch;
    private final Timers timers;
    private final Modes modes;
    private final Decoders decoders;

    NewsDesk(Sources sources, CallWatch watch, Timers timers, Modes modes, Decoders decoders) {
        this.sources = sources;
        this.decoders = decoders;
        this.watch = watch;
        this.timers = timers;
        this.modes = modes;
    }

    /** Asks one source after another, and blocks the caller, a worker thread, until the digest is made. */
    public Digest sync(NewsRequest request, CancellationToken cancellation) throws InterruptedException {
        var replies = modes.sync().ask(fanOut(Mode.SYNC, request), cancellation);
        return digest(Mode.SYNC, request, replies);
    }

    /** Asks all sources at once when subscribed to, and blocks nobody. To be called on an event loop. */
    public Uni<Digest> async(NewsRequest request) {
        return new AsyncMode(Deadlines.of(timers.ofThisEventLoop(), Runnable::run))
                .ask(fanOut(Mode.ASYNC, request))
                .flatMap(replies -> decoders.decode(weight(replies), () -> digest(Mode.ASYNC, request, replies)));
    }

    /** Asks all sources at once, and blocks the caller, a virtual thread, until the digest is made. */
    public Digest virtual(NewsRequest request, CancellationToken cancellation) throws InterruptedException {
        var replies = modes.virtual().ask(fanOut(Mode.VIRTUAL, request), cancellation);
        return digest(Mode.VIRTUAL, request, replies);
    }

    /** Asks in a mode when subscribed to, which has to be on an event loop, and blocks nobody. */
    Uni<Digest> ask(Mode mode, NewsRequest request) {
        return mode == Mode.ASYNC
                ? async(request)
                : modes.ask(mode, fanOut(mode, request)).map(replies -> digest(mode, request, replies));
    }

    /**
     * As {@link #async}, but each source's part comes as soon as it has answered. Cancelling it cancels the calls under way.
     * However slowly it is read, no more than a part for each source and the whole wait to be read.
     *
     * @return emits the parts, the whole last
     */
    public Multi<NewsPart> stream(NewsQuery query, Budget budget) {
        int mostParts = query.sources().size() + 1;
        return Multi.createFrom()
                .deferred(() -> Relay.events(timers.thisEventLoop(), mostParts, parts -> stream(query, budget, parts)));
    }

    private Cancellable stream(NewsQuery query, Budget budget, Relay<NewsPart> parts) {
        Consumer<Progress<Delivery>> progress = event -> {
            if (event instanceof Progress.Answered<Delivery>(var reply)) {
                List<Article> articles = articles(reply)
                        .sorted(Merge.newestFirst(sources.names()))
                        .toList();
                parts.emit(new NewsPart.FromSource(Reports.of(reply), query.select(articles)));
            }
        };
        return async(new NewsRequest(query, budget, progress))
                .subscribe()
                .with(digest -> parts.end(new NewsPart.Whole(digest)), parts::fail);
    }

    private FanOut<Delivery> fanOut(Mode mode, NewsRequest request) {
        List<Call<Delivery>> calls = sources.inOrder().stream()
                .filter(source -> request.query().sources().contains(source.name()))
                .map(source -> new Call<>(source.name(), source.timeout(), source::ask))
                .toList();
        return new FanOut<>(calls, request.budget(), event -> {
            watch.watch(mode, event);
            request.progress().accept(event);
        });
    }

    /** About as many bytes as the articles had when they came: merging them takes about as long as reading them. */
    private static long weight(List<Reply<Delivery>> replies) {
        return replies.stream().flatMap(NewsDesk::articles).count() * BYTES_PER_ARTICLE;
    }

    private Digest digest(Mode mode, NewsRequest request, List<Reply<Delivery>> replies) {
        List<SourceReport> reports = replies.stream().map(Reports::of).toList();
        List<Article> articles = replies.stream().flatMap(NewsDesk::articles).toList();
        Merge merge = Merge.of(articles, sources.names());
        return Digest.of(
                mode.word(),
                request.budget().spent(),
                reports,
                merge.duplicates(),
                request.query().select(merge.articles()));
    }

    private static Stream<Article> articles(Reply<Delivery> reply) {
        return reply.outcome() instanceof Outcome.Ok<Delivery>(var delivery)
                ? delivery.articles().stream()
                : Stream.empty();
    }
}
