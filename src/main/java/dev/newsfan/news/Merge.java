package dev.newsfan.news;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The articles of all sources as one list, one article per canonical URL.
 *
 * <p>Of duplicates the earliest published stays, ties go to the source that comes first; an article without a date counts
 * as the latest. The list is sorted by date of publication, newest first and undated last, then by source, then by title.
 * It depends on what the sources say and on their order alone, not on who answered first.
 *
 * @param articles the merged list
 * @param duplicates how many articles gave way to another with the same canonical URL
 */
public record Merge(List<Article> articles, int duplicates) {

    public Merge {
        articles = List.copyOf(articles);
    }

    /**
     * Merges.
     *
     * @param articles of all sources, in any order
     * @param sourceOrder the names of the sources, first come first; a source that isn't in it comes last
     */
    public static Merge of(List<Article> articles, List<String> sourceOrder) {
        Comparator<Article> bySource = bySource(sourceOrder);
        Comparator<Article> firstStays = Comparator.comparing(Merge::publishedOrLast)
                .thenComparing(bySource)
                // For a source that tells the same article twice at the same time
                .thenComparing(Article::title)
                .thenComparing(Article::url)
                .thenComparing(Article::summary);
        // Keys that can be compared: sources choose them, and may choose such whose hashes are all the same.
        Map<String, Article> unique = new HashMap<>();
        for (Article article : articles) {
            String url = CanonicalUrl.of(article.url()).orElseThrow().value();
            unique.merge(url, article, (one, other) -> firstStays.compare(one, other) <= 0 ? one : other);
        }

        List<Article> sorted =
                unique.values().stream().sorted(newestFirst(sourceOrder)).toList();
        return new Merge(sorted, articles.size() - sorted.size());
    }

    /** Newest first and undated last, then by source, then by title, and by URL where even that is the same. */
    public static Comparator<Article> newestFirst(List<String> sourceOrder) {
        return Comparator.comparing(Merge::publishedOrFirst)
                .reversed()
                .thenComparing(bySource(sourceOrder))
                .thenComparing(Article::title)
                .thenComparing(Article::url);
    }

    private static Comparator<Article> bySource(List<String> sourceOrder) {
        Map<String, Integer> ranks = new HashMap<>();
        IntStream.range(0, sourceOrder.size()).forEach(rank -> ranks.putIfAbsent(sourceOrder.get(rank), rank));
        return Comparator.<Article>comparingInt(article -> ranks.getOrDefault(article.source(), Integer.MAX_VALUE))
                .thenComparing(Article::source);
    }

    private static Instant publishedOrLast(Article article) {
        return article.publishedAt().orElse(Instant.MAX);
    }

    private static Instant publishedOrFirst(Article article) {
        return article.publishedAt().orElse(Instant.MIN);
    }
}
