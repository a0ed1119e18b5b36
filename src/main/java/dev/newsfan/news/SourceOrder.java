package dev.newsfan.news;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How articles are put in order, by the order of their sources among other things. */
final class SourceOrder {

    private final Map<String, Integer> ranks = new HashMap<>();
    private final Comparator<Article> bySource = Comparator.comparing(Article::source, this::compare);

    private final Comparator<Article> firstStays = Comparator.comparing(
                    (Article article) -> article.publishedAt().orElse(Instant.MAX))
            .thenComparing(bySource)
            // For a source that tells the same article twice at the same time
            .thenComparing(Article::title)
            .thenComparing(Article::url)
            .thenComparing(Article::summary);

    private final Comparator<Article> newestFirst = Comparator.comparing(
                    (Article article) -> article.publishedAt().orElse(Instant.MIN))
            .reversed()
            .thenComparing(bySource)
            .thenComparing(Article::title)
            .thenComparing(Article::url);

    /** @param names of the sources, first come first; one that isn't among them comes last */
    SourceOrder(List<String> names) {
        names.forEach(name -> ranks.putIfAbsent(name, ranks.size()));
    }

    /** Compares the names of two sources. */
    int compare(String source, String other) {
        int byRank = Integer.compare(rank(source), rank(other));
        return byRank == 0 ? source.compareTo(other) : byRank;
    }

    private int rank(String source) {
        return ranks.getOrDefault(source, Integer.MAX_VALUE);
    }

    /** First the one that stays of several that tell the same: the earliest published, undated last, ties by source. */
    Comparator<Article> firstStays() {
        return firstStays;
    }

    /** Newest first and undated last, then by source, then by title, and by URL where even that is the same. */
    Comparator<Article> newestFirst() {
        return newestFirst;
    }
}
