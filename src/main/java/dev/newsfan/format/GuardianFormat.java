package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * The JSON of the Guardian's content API: a search, a section or a tag (open-platform.theguardian.com/documentation). Summaries
 * come with {@code show-fields=trailText} only.
 */
@ApplicationScoped
class GuardianFormat extends JsonFormat {

    private static final String LIST = "response.results";
    private static final String STATUS = "response.status";

    GuardianFormat() {
        this(InstantSource.system());
    }

    GuardianFormat(InstantSource clock) {
        super(
                LIST,
                Set.of(
                        STATUS,
                        "webTitle",
                        "webUrl",
                        "webPublicationDate",
                        "fields.headline",
                        "fields.trailText",
                        "fields.standfirst"),
                clock);
    }

    @Override
    public String name() {
        return "guardian";
    }

    @Override
    public boolean recognizes(Outline outline) {
        return outline.hasList(LIST) || outline.text(STATUS).equals("error");
    }

    @Override
    void refuseErrors(Json json) {
        if (json.text(STATUS).equals("error")) {
            // Its message repeats what was asked.
            throw admitted("status \"error\"", "");
        }
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        return new ParsedArticle(
                plain(Json.first(item, "webTitle", "fields.headline")),
                Json.first(item, "webUrl"),
                date(Json.first(item, "webPublicationDate")),
                PlainText.ofHtml(Json.first(item, "fields.trailText", "fields.standfirst")));
    }
}
