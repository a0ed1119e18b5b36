package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON of Algolia's search of Hacker News (hn.algolia.com/api): stories, and comments under the title of their story. */
@ApplicationScoped
class HnAlgoliaFormat extends JsonFormat {

    private static final String LIST = "hits";

    HnAlgoliaFormat() {
        this(InstantSource.system());
    }

    HnAlgoliaFormat(InstantSource clock) {
        super(
                LIST,
                Set.of(
                        "objectID",
                        "title",
                        "story_title",
                        "url",
                        "story_url",
                        "created_at",
                        "created_at_i",
                        "story_text",
                        "comment_text"),
                clock);
    }

    @Override
    public String name() {
        return "hn-algolia";
    }

    @Override
    public boolean recognizes(Outline outline) {
        return outline.hasList(LIST);
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        String url = Json.first(item, "url", "story_url");
        return new ParsedArticle(
                plain(Json.first(item, "title", "story_title")),
                url.isEmpty() ? HackerNewsFormat.discussion(Json.first(item, "objectID")) : url,
                published(item),
                PlainText.ofHtml(Json.first(item, "story_text", "comment_text")));
    }

    private Optional<Instant> published(Map<String, String> item) {
        return date(Json.first(item, "created_at")).or(() -> unixDate(Json.first(item, "created_at_i")));
    }
}
