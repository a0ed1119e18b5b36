package dev.newsfan.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestOffersTest {

    private static final List<String> SHOPS = List.of("alder", "birch", "cedar");

    private static Offer offer(String shop, String price) {
        return new Offer("Kettle", new BigDecimal(price), "https://" + shop + ".example/" + price, shop);
    }

    @Test
    void theCheapestComesFirst() {
        List<Offer> offers = List.of(offer("alder", "12.50"), offer("birch", "9"), offer("cedar", "10.00"));

        assertThat(BestOffers.of(offers, SHOPS)).extracting(Offer::shop).containsExactly("birch", "cedar", "alder");
    }

    @Test
    void ofAShopTheCheapestStays() {
        List<Offer> offers = List.of(offer("alder", "12.50"), offer("alder", "9"), offer("alder", "10"));

        assertThat(BestOffers.of(offers, SHOPS)).containsExactly(offer("alder", "9"));
    }

    @Test
    void equalPricesGoByTheOrderOfTheShops() {
        List<Offer> offers = List.of(offer("cedar", "9.0"), offer("alder", "9"), offer("birch", "9.00"));

        assertThat(BestOffers.of(offers, SHOPS)).extracting(Offer::shop).containsExactlyElementsOf(SHOPS);
    }

    @Test
    void nothingIsGivenAway() {
        assertThatThrownBy(() -> offer("alder", "0")).isInstanceOf(IllegalArgumentException.class);
    }
}
