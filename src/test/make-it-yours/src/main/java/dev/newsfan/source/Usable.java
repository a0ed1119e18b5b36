package dev.newsfan.source;

import dev.newsfan.format.ParsedOffer;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.prices.Offer;
import java.util.List;

/** Leaves out, and counts, what of an answer is of no use. */
final class Usable {

    private Usable() {}

    /**
     * What is left.
     *
     * @param format the name of that which the answer is in
     * @param most how many are told at most, the first ones
     * @param missing how many couldn't be had
     */
    static FetchResult of(String shop, String format, List<ParsedOffer> parsed, int most, int missing) {
        List<Offer> offers = parsed.stream()
                .flatMap(offer -> offer.toOffer(shop).stream())
                .limit(most)
                .toList();
        return new FetchResult(offers, parsed.size() - offers.size() + missing, format);
    }
}
