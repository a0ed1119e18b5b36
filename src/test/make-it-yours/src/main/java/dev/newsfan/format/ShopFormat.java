package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The JSON of a shop: {@code {"currency": "EUR", "offers": [{"title": "…", "price": 12.5, "url": "https://…"}]}}. */
@ApplicationScoped
class ShopFormat implements Format {

    private static final String LIST = "offers";

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public List<ParsedOffer> decode(Answer answer) {
        Json json = Json.read(answer, LIST);
        if (!json.text("currency").equals("EUR")) {
            throw new FormatException("its prices are not in EUR");
        }
        return json.items(name(), LIST).stream()
                .map(offer -> new ParsedOffer(
                        Json.first(offer, "title"), Json.first(offer, "price"), Json.first(offer, "url")))
                .toList();
    }
}
