package dev.newsfan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON of a shop: {@code {"currency": "EUR", "offers": [{"title": "…", "price": 12.5, "url": "https://…"}]}}. */
@ApplicationScoped
class ShopFormat implements Format {

    private final ObjectMapper mapper;

    ShopFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public List<ParsedOffer> decode(byte[] body, Optional<String> contentType) {
        JsonNode root = Json.object(mapper, body);
        if (!Json.text(root, "currency").equals("EUR")) {
            throw new FormatException("its prices are not in EUR");
        }
        List<ParsedOffer> offers = new ArrayList<>();
        for (JsonNode offer : Json.array(root, "offers", name())) {
            offers.add(new ParsedOffer(Json.text(offer, "title"), Json.text(offer, "price"), Json.text(offer, "url")));
        }
        return offers;
    }
}
