package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The JSON of GNews' {@code /api/v4/top-headlines} and {@code /search} (docs.gnews.io). */
@ApplicationScoped
class GnewsFormat extends JsonFormat {

    /** What it has and NewsAPI has not. */
    static final String COUNT = "totalArticles";

    private static final String LIST = "articles";
    private static final String ERRORS = "errors";

    GnewsFormat() {
        this(InstantSource.system());
    }

    GnewsFormat(InstantSource clock) {
        super(LIST, Set.of(ERRORS, "title", "url", "publishedAt", "description", "content"), clock);
    }

    @Override
    public String name() {
        return "gnews";
    }

    @Override
    public boolean recognizes(Outline outline) {
        boolean error = outline.isWhole() && outline.has(ERRORS) && !outline.has("results");
        return error || outline.hasList(LIST) && outline.has(COUNT);
    }

    @Override
    void refuseErrors(Json json) {
        if (json.has(ERRORS)) {
            throw admitted("errors", "");
        }
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        return new ParsedArticle(
                plain(Json.first(item, "title")),
                Json.first(item, "url"),
                date(Json.first(item, "publishedAt")),
                PlainText.ofHtml(Json.first(item, "description", "content")));
    }
}
