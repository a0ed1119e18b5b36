package dev.newsfan.aggregate;

import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import dev.newsfan.policy.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a caller wants to read.
 *
 * @param sources the names of the sources to ask, known and enabled; in any order
 * @param word keeps the stories that any source's article mentions it in; empty keeps all
 * @param limit the most articles, above zero
 * @param freshFor how old a source's answer may be even where the configuration wants it newer; zero leaves it to that
 * @param form how the articles are to be written
 */
public record NewsQuery(List<String> sources, Optional<String> word, int limit, Duration freshFor, ArticleForm form) {

    /** A query that leaves it to the configuration how old an answer may be. */
    public NewsQuery(List<String> sources, Optional<String> word, int limit) {
        this(sources, word, limit, Duration.ZERO);
    }

    /** A query for articles in JSON. */
    public NewsQuery(List<String> sources, Optional<String> word, int limit, Duration freshFor) {
        this(sources, word, limit, freshFor, ArticleForm.JSON);
    }

    public NewsQuery {
        sources = List.copyOf(sources);
    }

    /** The same in another form. */
    public NewsQuery as(ArticleForm other) {
        return new NewsQuery(sources, word, limit, freshFor, other);
    }

    /** What each source is asked. */
    Question question() {
        return freshFor.isZero() ? Question.NONE : Question.NONE.freshFor(freshFor);
    }

    /** The articles that are wanted of a merge, in its order. */
    List<Article> select(Merge merge) {
        return word.map(merge::mentioning).orElseGet(merge::articles).stream()
                .limit(limit)
                .toList();
    }

    /** The articles that are wanted, in the order given. */
    List<Article> select(List<Article> articles) {
        return articles.stream()
                .filter(article -> word.map(article::mentions).orElse(true))
                .limit(limit)
                .toList();
    }
}
