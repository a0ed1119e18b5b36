package dev.newsfan.aggregate;

import dev.newsfan.policy.Question;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants to know.
 *
 * @param product what is to be bought, not blank
 * @param sources the names of the shops to ask, known and enabled; in any order
 */
public record PriceQuery(String product, List<String> sources) {

    public PriceQuery {
        sources = List.copyOf(sources);
    }

    /** What every shop is asked. */
    Question question() {
        return new Question(Map.of("product", product));
    }
}
