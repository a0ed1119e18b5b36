package dev.newsfan.prices;

import static java.util.function.BinaryOperator.minBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;

/**
 * The offers of all shops as one list: the cheapest of each shop, cheapest first.
 *
 * <p>Equal prices go by the order of the shops. The list depends on what the shops say and on their order alone, not on who
 * answered first.
 */
public final class BestOffers {

    private BestOffers() {}

    /**
     * Merges.
     *
     * @param offers of all shops, in any order
     * @param shopOrder the names of the shops, first come first
     */
    public static List<Offer> of(List<Offer> offers, List<String> shopOrder) {
        Comparator<Offer> cheapestFirst = Comparator.comparing(Offer::price)
                .thenComparing(offer -> shopOrder.indexOf(offer.shop()))
                .thenComparing(Offer::title)
                .thenComparing(Offer::url);
        return offers.stream().collect(toMap(Offer::shop, identity(), minBy(cheapestFirst))).values().stream()
                .sorted(cheapestFirst)
                .toList();
    }
}
