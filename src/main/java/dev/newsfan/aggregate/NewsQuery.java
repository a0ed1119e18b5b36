package dev.newsfan.aggregate;

import dev.newsfan.news.Article;
import java.util.List;
import java.util.Optional;

/**
 * What a caller wants to read.
 *
 * @param sources the names of the sources to ask, known and enabled; in any order
 * @param word keeps the articles that mention it; empty keeps all
 * @param limit the most articles, above zero
 */
public record NewsQuery(List<String> sources, Optional<String> word, int limit) {

    public NewsQuery {
        sources = List.copyOf(sources);
    }

    /** The articles that are wanted, in the order given. */
    List<Article> select(List<Article> articles) {
        return articles.stream()
                .filter(article -> word.map(article::mentions).orElse(true))
                .limit(limit)
                .toList();
    }
}
