package dev.newsfan.source;

import dev.newsfan.format.ParsedArticle;
import dev.newsfan.news.Article;
import java.util.List;

/**
 * What one source has delivered.
 *
 * @param articles those that are fit to print, in the source's order
 * @param dropped how many are not told: no title, no http(s) URL, or more than are read of a source
 */
public record FetchResult(List<Article> articles, int dropped) {

    /** Nothing at all. */
    public static final FetchResult NONE = new FetchResult(List.of(), 0);

    public FetchResult {
        articles = List.copyOf(articles);
        if (dropped < 0) {
            throw new IllegalArgumentException("dropped can't be " + dropped);
        }
    }

    /**
     * What a format has read, with what is not fit to print left out and counted.
     *
     * @param most how many are told at most: the first ones, as that is the order that the source has chosen
     */
    static FetchResult of(String source, List<ParsedArticle> parsed, int most) {
        List<Article> articles = parsed.stream()
                .flatMap(article -> article.toArticle(source).stream())
                .limit(most)
                .toList();
        return new FetchResult(articles, parsed.size() - articles.size());
    }
}
