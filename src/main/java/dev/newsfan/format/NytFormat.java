package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * The JSON of The New York Times' top stories, and of its other lists that are built alike: most popular, newswire
 * (developer.nytimes.com).
 */
@ApplicationScoped
class NytFormat extends JsonFormat {

    private static final String LIST = "results";
    private static final String FAULT = "fault";
    private static final String FAULT_CODE = "fault.detail.errorcode";
    private static final String FAULT_TEXT = "fault.faultstring";

    NytFormat() {
        this(InstantSource.system());
    }

    NytFormat(InstantSource clock) {
        super(
                LIST,
                Set.of(
                        "status",
                        FAULT_TEXT,
                        FAULT_CODE,
                        "title",
                        "url",
                        "published_date",
                        "created_date",
                        "updated_date",
                        "abstract"),
                clock);
    }

    @Override
    public String name() {
        return "nyt";
    }

    /** Many have a list of results; theirs comes with their copyright. */
    @Override
    public boolean recognizes(Outline outline) {
        boolean theirs = outline.has("copyright") || outline.has("num_results") || outline.has("section");
        return theirs && outline.has(LIST) || outline.has(FAULT);
    }

    @Override
    void refuseErrors(Json json) {
        if (json.has(FAULT_CODE) || json.has(FAULT_TEXT)) {
            throw admitted("a fault", json.text(FAULT_CODE));
        }
        if (json.text("status").equals("ERROR")) {
            throw admitted("status \"ERROR\"", "");
        }
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        return new ParsedArticle(
                plain(Json.first(item, "title")),
                Json.first(item, "url"),
                date(Json.first(item, "published_date", "created_date", "updated_date")),
                PlainText.ofHtml(Json.first(item, "abstract")));
    }
}
