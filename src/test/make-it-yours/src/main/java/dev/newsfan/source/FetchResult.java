package dev.newsfan.source;

import dev.newsfan.format.ParsedOffer;
import dev.newsfan.prices.Offer;
import java.util.List;

/**
 * What one shop has delivered.
 *
 * @param offers those that are of use, in the shop's order
 * @param dropped how many were not: no title, no price or no http(s) URL
 */
public record FetchResult(List<Offer> offers, int dropped) {

    /** Nothing at all. */
    public static final FetchResult NONE = new FetchResult(List.of(), 0);

    public FetchResult {
        offers = List.copyOf(offers);
        if (dropped < 0) {
            throw new IllegalArgumentException("dropped can't be " + dropped);
        }
    }

    /**
     * What a format has read, with what is of no use left out and counted.
     *
     * @param most how many are told at most, the first ones
     */
    static FetchResult of(String shop, List<ParsedOffer> parsed, int most) {
        List<Offer> offers = parsed.stream()
                .flatMap(offer -> offer.toOffer(shop).stream())
                .limit(most)
                .toList();
        return new FetchResult(offers, parsed.size() - offers.size());
    }
}
