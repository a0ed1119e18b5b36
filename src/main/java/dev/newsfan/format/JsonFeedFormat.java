package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON Feed 1.1, and 1.0, which is the same as far as we read it (jsonfeed.org/version/1.1). */
@ApplicationScoped
class JsonFeedFormat implements Format {

    private static final String LIST = "items";
    private static final String VERSION = "jsonfeed.org/version/1";
    private static final String HOME_PAGE = "home_page_url";
    private static final String FEED = "feed_url";
    private static final Set<String> FIELDS = Set.of(
            "version",
            HOME_PAGE,
            FEED,
            "id",
            "url",
            "external_url",
            "title",
            "summary",
            "content_text",
            "content_html",
            "date_published",
            "date_modified");

    private final Dates dates;

    JsonFeedFormat() {
        this(InstantSource.system());
    }

    JsonFeedFormat(InstantSource clock) {
        this.dates = new Dates(clock);
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
    public String accept() {
        return "application/feed+json, application/json;q=0.9, */*;q=0.1";
    }

    @Override
    public boolean recognizes(Outline outline) {
        boolean likely = outline.isWhole() && outline.hasList(LIST) && (outline.has(HOME_PAGE) || outline.has(FEED));
        return likely || outline.text("version").contains("jsonfeed.org/version/");
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        Json json = Json.read(answer, LIST, FIELDS);
        if (!json.text("version").contains(VERSION)) {
            throw new FormatException(
                    "its answer is not in the format json-feed: its \"version\" names no JSON Feed 1");
        }
        String base = Links.base(
                json.text(HOME_PAGE), Links.base(json.text(FEED), answer.url().orElse("")));
        List<ParsedArticle> articles = new ArrayList<>();
        for (Map<String, String> item : json.items(name(), LIST)) {
            articles.add(
                    ParsedArticle.titled(Json.first(item, "title"), url(item, base), published(item), summary(item)));
        }
        return articles;
    }

    /** An item that links to a page elsewhere has that as its external_url; many feeds have only the URL as id. */
    private static String url(Map<String, String> item, String base) {
        String link = Links.clean(Json.first(item, "url", "external_url"));
        if (!link.isEmpty()) {
            return Links.resolve(base, link);
        }
        String id = Links.clean(Json.first(item, "id"));
        return Links.isWeb(id) ? id : "";
    }

    private Optional<Instant> published(Map<String, String> item) {
        return dates.read(Json.first(item, "date_published")).or(() -> dates.read(Json.first(item, "date_modified")));
    }

    private static String summary(Map<String, String> item) {
        String plain = Json.first(item, "summary", "content_text");
        return plain.isEmpty() ? PlainText.ofHtml(Json.first(item, "content_html")) : plain;
    }
}
