package dev.newsfan.policy;

import dev.newsfan.news.Article;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one source has delivered.
 *
 * @param articles those that are fit to print, in the source's order
 * @param dropped how many are not told: no title, no http(s) URL, or more than are read of a source
 * @param format the name of the format that it was found to be in; empty if nobody has looked
 */
public record FetchResult(List<Article> articles, int dropped, String format) {

    /** Nothing at all. */
    public static final FetchResult NONE = new FetchResult(List.of(), 0);

    /** What an article takes besides its texts, about. */
    private static final int BYTES_PER_ARTICLE = 200;

    public FetchResult {
        articles = List.copyOf(articles);
        Objects.requireNonNull(format, "format");
        if (dropped < 0) {
            throw new IllegalArgumentException("dropped can't be " + dropped);
        }
    }

    /** What was read of no answer in particular. */
    public FetchResult(List<Article> articles, int dropped) {
        this(articles, dropped, "");
    }

    /** When the newest of them was published; empty if nobody knows. */
    public Optional<Instant> newest() {
        return Article.newest(articles);
    }

    /** How many bytes of memory it takes, about: two for each character, as some texts need. */
    public long bytes() {
        return articles.stream()
                .mapToLong(article -> BYTES_PER_ARTICLE
                        + 2L
                                * (article.title().length()
                                        + article.url().length()
                                        + article.summary().length()))
                .sum();
    }
}
