package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.ComputePool;
import dev.newsfan.timeline.Step;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The digest of {@code async} mode in parts, each as soon as its source has answered. */
@Singleton
public class NewsStream {

    private final NewsAggregator aggregator;
    private final MergedArticles mergedArticles;
    private final ComputePool.Lane lane;

    NewsStream(NewsAggregator aggregator, MergedArticles mergedArticles, ComputePool pool) {
        this.aggregator = aggregator;
        this.mergedArticles = mergedArticles;
        this.lane = pool.lane();
    }

    /**
     * Asks all sources at once when subscribed to, which has to be on an event loop. Cancelling it cancels the calls under
     * way. However slowly it is read, no more than a part for each source and the whole wait to be read.
     *
     * @param step that of the request
     * @param merged whether each part has the articles of all sources that have answered so far, merged, and not only those
     *     of its own
     * @return emits the parts, the whole last
     */
    public Multi<Part> parts(NewsQuery query, Budget budget, Step step, boolean merged) {
        return Multi.createFrom().deferred(() -> {
            List<Article> before = new ArrayList<>();
            return EventLoopEmitter.<Event>events(
                            query.sources().size() + 1, events -> run(query, budget, step, events))
                    .onItem()
                    .transformToUniAndConcatenate(event -> part(event, query, merged, before));
        });
    }

    private sealed interface Event {
        record Answered(Reply<SourceAnswer> reply) implements Event {}

        record Finished(Digest digest) implements Event {}
    }

    private Cancellable run(NewsQuery query, Budget budget, Step step, EventLoopEmitter<Event> events) {
        return aggregator
                .ask(Mode.ASYNC, query, budget, step, progress -> {
                    if (progress instanceof Progress.Answered<SourceAnswer>(var reply)) {
                        events.emit(new Event.Answered(reply));
                    }
                })
                .subscribe()
                .with(digest -> events.end(new Event.Finished(digest)), events::fail);
    }

    /** @param before the articles of the parts before, which one after another are made of */
    private Uni<Part> part(Event event, NewsQuery query, boolean merged, List<Article> before) {
        return switch (event) {
            case Event.Finished(var digest) -> Uni.createFrom().item(new Part.Whole(digest));
            case Event.Answered(var reply) -> {
                if (!merged) {
                    before.clear();
                }
                NewsAggregator.articles(reply).forEach(before::add);
                List<Article> articles = List.copyOf(before);
                yield lane.run(
                        NewsAggregator.weight(articles.size()),
                        () -> new Part.FromSource(SourceReport.of(reply), select(articles, query, merged)));
            }
        };
    }

    private List<Article> select(List<Article> articles, NewsQuery query, boolean merged) {
        List<String> order = aggregator.names();
        return merged
                ? query.select(mergedArticles.merge(articles, order))
                : query.select(
                        articles.stream().sorted(Merge.newestFirst(order)).toList());
    }

    /** What a streamed answer is made of: a part for each source as soon as it has answered, and the whole digest last. */
    public sealed interface Part {

        /**
         * One source is done.
         *
         * @param report of this source
         * @param articles those that the caller wants, newest first: this source's, or all so far, merged
         */
        @RegisterForReflection
        record FromSource(SourceReport report, List<Article> articles) implements Part {}

        /** All are. It comes last, and says what the same request in {@code async} mode would have. */
        record Whole(Digest digest) implements Part {}
    }
}
