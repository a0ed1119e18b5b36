package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The JSON of a shop: {@code {"currency": "EUR", "offers": [{"title": "…", "price": 12.5, "url": "https://…"}]}}. */
@ApplicationScoped
class ShopFormat implements Format {

    private static final String LIST = "offers";
    private static final Set<String> FIELDS = Set.of("currency", "title", "price", "url");

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
        Json json = Json.read(answer, LIST, FIELDS);
        if (!json.text("currency").equals("EUR")) {
            throw new FormatException("its prices are not in EUR");
        }
        return json.items(name(), LIST).stream()
                .map(offer -> new ParsedOffer(
                        Json.first(offer, "title"), Json.first(offer, "price"), Json.first(offer, "url")))
                .toList();
    }
}
