package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The JSON of NewsAPI's {@code /v2/top-headlines} (newsapi.org/docs/endpoints/top-headlines). */
@ApplicationScoped
class NewsApiFormat extends JsonFormat {

    private static final String LIST = "articles";

    /** Stands for the title, summary and URL of an article that was taken back. */
    private static final String REMOVED = "[Removed]";

    NewsApiFormat() {
        this(InstantSource.system());
    }

    NewsApiFormat(InstantSource clock) {
        super(LIST, Set.of("status", "code", "title", "url", "publishedAt", "description"), clock);
    }

    @Override
    public String name() {
        return "newsapi";
    }

    /** Whoever has such a list and doesn't say more is read as NewsAPI, which is what others take after. */
    @Override
    public boolean recognizes(Outline outline) {
        boolean error = outline.text("status").equals("error") && outline.has("code");
        boolean known = outline.has("status") || outline.has("totalResults") || outline.isWhole();
        return error || outline.hasList(LIST) && known && !outline.has(GnewsFormat.COUNT);
    }

    @Override
    void refuseErrors(Json json) {
        if (json.text("status").equals("error")) {
            throw admitted("status \"error\"", json.text("code"));
        }
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        String title = Json.first(item, "title");
        return new ParsedArticle(
                title.strip().equals(REMOVED) ? "" : plain(title),
                Json.first(item, "url"),
                date(Json.first(item, "publishedAt")),
                PlainText.ofHtml(Json.first(item, "description")));
    }
}
