package dev.newsfan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON Feed 1.1, and 1.0, which is the same as far as we read it (jsonfeed.org/version/1.1). */
@ApplicationScoped
class JsonFeedFormat implements Format {

    private final ObjectMapper mapper;

    JsonFeedFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "json-feed";
    }

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public List<ParsedArticle> decode(byte[] body, Optional<String> contentType) {
        JsonNode root = Json.object(mapper, body);
        if (!Json.text(root, "version").contains("jsonfeed.org/version/1")) {
            throw new FormatException(
                    "its answer is not in the format json-feed: its \"version\" names no JSON Feed 1");
        }
        List<ParsedArticle> articles = new ArrayList<>();
        for (JsonNode item : Json.array(root, "items", name())) {
            articles.add(new ParsedArticle(
                    Json.text(item, "title"),
                    url(item),
                    Dates.rfc3339(Json.text(item, "date_published")),
                    summary(item)));
        }
        return articles;
    }

    /** An item that links to a page elsewhere has that as its external_url; many feeds have only the URL as id. */
    private static String url(JsonNode item) {
        return firstOf(Json.text(item, "url"), Json.text(item, "external_url"), Json.text(item, "id"));
    }

    private static String summary(JsonNode item) {
        String plain = firstOf(Json.text(item, "summary"), Json.text(item, "content_text"));
        return plain.isEmpty() ? PlainText.ofHtml(Json.text(item, "content_html")) : plain;
    }

    private static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
}
