package dev.newsfan.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Merges the articles for a query and writes them, and keeps that for as long as the sources' answers are the same that are kept
 * themselves. Each query has its newest merge alone, and all of them take no more than a part of the memory that kept answers may
 * take, whatever words callers think of. From any thread.
 */
@Singleton
class MergedArticles {

    /** The part of {@code newsfan.cache.max-size}, one of so many. */
    private static final int PART_OF_CACHE = 4;

    /** What an entry takes besides the articles and the words of its query, about. */
    private static final int BYTES_PER_ENTRY = 1000;

    private final Optional<Double> similarTitles;
    private final ObjectMapper json;
    private final Cache<NewsQuery, Version> versions;

    @Inject
    MergedArticles(NewsfanConfig config, ObjectMapper json) {
        this(config.cache().maxSize() / PART_OF_CACHE, config.similarTitles(), json);
    }

    /**
     * @param maxBytes that may be kept, about
     * @param similarTitles as in {@link Merge#of(List, List, Optional)}
     */
    MergedArticles(long maxBytes, Optional<Double> similarTitles, ObjectMapper json) {
        this.similarTitles = similarTitles;
        this.json = json;
        this.versions = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<NewsQuery, Version>weigher((query, version) -> bytes(query, version.merged()))
                // What makes room is little, and is done by who needs it.
                .executor(Runnable::run)
                .build();
    }

    private static int bytes(NewsQuery query, Merged merged) {
        int words = query.word().map(String::length).orElse(0)
                + query.sources().stream().mapToInt(String::length).sum();
        return BYTES_PER_ENTRY + 2 * words + merged.articles().bytes();
    }

    /** What was made of the very same answers for the same query, if all of them are fresh. */
    Optional<Merged> kept(NewsQuery query, List<Reply<SourceAnswer>> replies) {
        return Optional.ofNullable(versions.getIfPresent(query))
                .filter(version -> areKept(replies) && version.isOf(results(replies)))
                .map(Version::merged);
    }

    /**
     * Merges and writes, and keeps it if the answers are kept ones.
     *
     * @param sourceOrder the names of the sources, first come first
     * @param step that of the request
     */
    Merged make(NewsQuery query, List<Reply<SourceAnswer>> replies, List<String> sourceOrder, Step step) {
        List<FetchResult> results = results(replies);
        List<Article> articles =
                results.stream().flatMap(result -> result.articles().stream()).toList();
        Merge merge = step.begin(StepKind.MERGING).during(() -> merge(articles, sourceOrder));
        WrittenArticles written =
                step.begin(StepKind.WRITING).during(() -> WrittenArticles.of(query.select(merge), query.form(), json));
        Merged merged = new Merged(merge.duplicates(), written);
        if (areKept(replies)) {
            versions.put(query, Version.of(results, merged));
        }
        return merged;
    }

    /** Merges as the configuration says. */
    Merge merge(List<Article> articles, List<String> sourceOrder) {
        return Merge.of(articles, sourceOrder, similarTitles);
    }

    private static boolean areKept(List<Reply<SourceAnswer>> replies) {
        return replies.stream().allMatch(reply -> Reuse.freshFor(reply).isPositive());
    }

    /** What the sources have delivered, those that have. */
    private static List<FetchResult> results(List<Reply<SourceAnswer>> replies) {
        return replies.stream()
                .flatMap(reply -> SourceReport.answer(reply).stream())
                .map(SourceAnswer::result)
                .toList();
    }

    /** How many bytes are kept now, about. */
    long bytes() {
        versions.cleanUp();
        return versions.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /**
     * What was made, and of what. Weakly, as nothing else would bound how many answers that were replaced long ago are still known
     * here, by queries that nobody asks again.
     */
    private record Version(List<WeakReference<FetchResult>> parts, Merged merged) {

        static Version of(List<FetchResult> results, Merged merged) {
            return new Version(results.stream().map(WeakReference::new).toList(), merged);
        }

        boolean isOf(List<FetchResult> results) {
            return parts.size() == results.size()
                    && IntStream.range(0, parts.size())
                            .allMatch(i -> parts.get(i).refersTo(results.get(i)));
        }
    }
}
