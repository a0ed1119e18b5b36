package dev.newsfan.source;

import dev.newsfan.format.ParsedArticle;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FetchResult;
import java.util.List;

/** Leaves out, and counts, what of an answer is not fit to print. */
final class Usable {

    private Usable() {}

    /**
     * What is left.
     *
     * @param format the name of that which the answer is in
     * @param most how many are told at most: the first ones, as that is the order that the source has chosen
     * @param missing how many couldn't be had, which are told like those that are left out
     */
    static FetchResult of(String source, String format, List<ParsedArticle> parsed, int most, int missing) {
        List<Article> articles = parsed.stream()
                .flatMap(article -> article.toArticle(source).stream())
                .limit(most)
                .toList();
        return new FetchResult(articles, parsed.size() - articles.size() + missing, format);
    }
}
