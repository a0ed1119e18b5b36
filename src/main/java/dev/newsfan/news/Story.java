package dev.newsfan.news;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One story, as its sources tell it.
 *
 * @param tellings at least one; first the one that stays
 */
record Story(List<Article> tellings) {

    static Story of(List<Article> tellings, SourceOrder order) {
        // Nearly all are told once, and to sort one takes longer than all else that is done to it.
        return new Story(
                tellings.size() == 1
                        ? tellings
                        : tellings.stream().sorted(order.firstStays()).toList());
    }

    Article first() {
        return tellings.getFirst();
    }

    /** The article that stays, with the other sources. */
    Article told(SourceOrder order) {
        return told(first(), order);
    }

    /** The first of its articles that mentions a word, with the other sources. */
    Optional<Article> mentioning(String word, SourceOrder order) {
        return tellings.stream()
                .filter(article -> article.mentions(word))
                .findFirst()
                .map(article -> told(article, order));
    }

    private Article told(Article article, SourceOrder order) {
        if (tellings.size() == 1) {
            return article;
        }
        return article.alsoIn(tellings.stream()
                .flatMap(telling -> Stream.concat(Stream.of(telling.source()), telling.alsoIn().stream()))
                .filter(source -> !source.equals(article.source()))
                .distinct()
                .sorted(order::compare)
                .toList());
    }
}
