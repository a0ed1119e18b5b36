package dev.newsfan.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A digest that the service hasn't made: what it may say one day, or can't be brought to say at once. */
final class MadeUpNews {

    private static final Pattern STREAM = Pattern.compile("/stream-news\\?");

    private MadeUpNews() {}

    /** An article, as a digest has it. */
    static JsonObject article(String title, String source, String... alsoIn) {
        var article = new JsonObject()
                .put("title", title)
                .put("url", "https://news.example/" + title.toLowerCase().replace(' ', '-'))
                .put("published_at", "2026-11-20T01:00:00Z")
                .put("summary", "All about " + title + ".")
                .put("source", source);
        return alsoIn.length == 0 ? article : article.put("also_in", new JsonArray(List.of(alsoIn)));
    }

    /** So many articles of a source. */
    static JsonObject[] articles(int count, String source) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> article("Story " + number, source))
                .toArray(JsonObject[]::new);
    }

    /** From now on these are the news of the page. */
    static void show(Page page, JsonObject... articles) {
        var digest = new JsonObject()
                .put("mode", "async")
                .put("total_time", 0.1)
                .put("complete", true)
                .put("duplicates", 0)
                .put("sources", new JsonArray())
                .put("articles", new JsonArray(List.of(articles)));
        page.unroute(STREAM);
        page.route(
                STREAM,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event:digest\ndata:" + digest.encode() + "\n\n")));
    }
}
