package dev.newsfan.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What one shop wants for a product.
 *
 * @param title what the shop calls it, plain text, not blank
 * @param price in euros and cents, above zero
 * @param url where to buy it, as the shop wrote it; absolute, http or https
 * @param shop the name of the source
 */
public record Offer(String title, BigDecimal price, String url, String shop) {

    public Offer {
        price = price.setScale(2, RoundingMode.HALF_UP);
        if (title.isBlank() || price.signum() <= 0 || !url.matches("https?://[^/\\s]\\S*")) {
            throw new IllegalArgumentException("An offer needs a title, a price above zero and an http(s) URL");
        }
        Objects.requireNonNull(shop, "shop");
    }
}
