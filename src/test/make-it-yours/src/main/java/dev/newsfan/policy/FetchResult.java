package dev.newsfan.policy;

import dev.newsfan.prices.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one shop has delivered.
 *
 * @param offers those that are of use, in the shop's order
 * @param dropped how many were not: no title, no price or no http(s) URL
 * @param format the name of the format that it was found to be in; empty if nobody has looked
 */
public record FetchResult(List<Offer> offers, int dropped, String format) {

    /** Nothing at all. */
    public static final FetchResult NONE = new FetchResult(List.of(), 0);

    /** What an offer takes besides its texts, about. */
    private static final int BYTES_PER_OFFER = 200;

    public FetchResult {
        offers = List.copyOf(offers);
        if (dropped < 0) {
            throw new IllegalArgumentException("dropped can't be " + dropped);
        }
    }

    /** What was read of no answer in particular. */
    public FetchResult(List<Offer> offers, int dropped) {
        this(offers, dropped, "");
    }

    /** When the newest of them was published: offers have no date. */
    public Optional<Instant> newest() {
        return Optional.empty();
    }

    /** How many bytes of memory it takes, about: two for each character, as some texts need. */
    public long bytes() {
        return offers.stream()
                .mapToLong(offer -> BYTES_PER_OFFER
                        + 2L * (offer.title().length() + offer.url().length()))
                .sum();
    }
}
