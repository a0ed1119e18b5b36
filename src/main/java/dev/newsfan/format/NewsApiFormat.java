package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON of NewsAPI's {@code /v2/top-headlines} (newsapi.org/docs/endpoints/top-headlines). */
@ApplicationScoped
class NewsApiFormat implements Format {

    private static final String LIST = "articles";
    private static final Set<String> FIELDS = Set.of("status", "code", "title", "url", "publishedAt", "description");

    /** Stands for the title, summary and URL of an article that was taken back. */
    private static final String REMOVED = "[Removed]";

    private final Dates dates;

    NewsApiFormat() {
        this(InstantSource.system());
    }

    NewsApiFormat(InstantSource clock) {
        this.dates = new Dates(clock);
    }

    @Override
    public String name() {
        return "newsapi";
    }

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public String accept() {
        return "application/json, */*;q=0.1";
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        Json json = Json.read(answer, LIST, FIELDS);
        if (json.text("status").equals("error")) {
            // The code is a word such as rateLimited; anything else is not for showing.
            String code = json.text("code");
            throw new FormatException("it answered with status \"error\""
                    + (code.matches("[A-Za-z0-9_-]{1,40}") ? " and code \"" + code + "\"" : ""));
        }
        List<ParsedArticle> articles = new ArrayList<>();
        for (Map<String, String> article : json.items(name(), LIST)) {
            articles.add(article(article));
        }
        return articles;
    }

    /** Its titles are plain text, but many have passed through HTML and kept its references. */
    private ParsedArticle article(Map<String, String> article) {
        String title = Json.first(article, "title");
        return new ParsedArticle(
                title.strip().equals(REMOVED) ? "" : CharacterReferences.resolve(title),
                Json.first(article, "url"),
                dates.read(Json.first(article, "publishedAt")),
                PlainText.ofHtml(Json.first(article, "description")));
    }
}
