package dev.newsfan.source;

import dev.newsfan.format.ParsedArticle;
import dev.newsfan.news.Article;
import java.util.List;

/**
 * What one source has delivered.
 *
 * @param articles those that are fit to print, in the source's order
 * @param dropped how many were not: no title, or no http(s) URL
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

    /** What a format has read, with what is not fit to print left out and counted. */
    static FetchResult of(String source, List<ParsedArticle> parsed) {
        List<Article> articles = parsed.stream()
                .flatMap(article -> article.toArticle(source).stream())
                .toList();
        return new FetchResult(articles, parsed.size() - articles.size());
    }
}
