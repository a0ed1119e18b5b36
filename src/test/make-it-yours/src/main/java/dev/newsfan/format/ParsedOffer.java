package dev.newsfan.format;

import dev.newsfan.prices.Offer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An offer as a format has read it: not yet known to be of any use.
 *
 * @param title empty if there is none
 * @param price as the shop wrote it, empty if it didn't
 * @param url as the shop wrote it, empty if it didn't
 */
public record ParsedOffer(String title, String price, String url) {

    /** The offer, or empty if it has no title, no price or no http(s) URL. */
    public Optional<Offer> toOffer(String shop) {
        try {
            return Optional.of(new Offer(title, new BigDecimal(price), url, shop));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }
}
