package dev.newsfan.page;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the sources answer: the usual three with the articles of dev mode, the others with none. */
final class StubbedSources {

    static final String WORLD_WIRE = "world-wire";
    static final String SCIENCE_FEED = "science-feed";
    static final String CITY_HERALD = "city-herald";
    static final List<String> USUAL = List.of(WORLD_WIRE, SCIENCE_FEED, CITY_HERALD);

    private static final Instant THREE_HOURS_AGO = Instant.now().minus(Duration.ofHours(3));

    /** One whose stub has no name, so that it can't be troubled. */
    static final String UNTROUBLED = "more-1";

    private final WireMock wireMock;

    StubbedSources(WireMock wireMock) {
        this.wireMock = wireMock;
    }

    /** Quick, but slow enough that one after another differs from all at once. */
    void quick() {
        answer("more-[0-9]+", feed());
        USUAL.forEach(source -> after(Duration.ofMillis(100), source));
    }

    /** A usual source, with its usual articles. */
    void after(Duration delay, String source) {
        answer(source, usual(source).withFixedDelay((int) delay.toMillis()));
    }

    /** A source that says nothing for longer than anyone waits; not much longer, as it holds a thread of WireMock. */
    void silent(String source) {
        answer(source, aResponse().withFixedDelay(3_000));
    }

    void failing(String source) {
        answer(source, usual(source).withStatus(500));
    }

    /** @param source a regular expression */
    void answer(String source, ResponseDefinitionBuilder response) {
        wireMock.register(
                get(urlPathMatching("/(" + source + ")/.*")).withName(source).willReturn(response));
    }

    void articles(String source, JsonObject... items) {
        answer(source, feed(items));
    }

    /** A usual source that has nothing new. */
    void noArticles(String source) {
        String body =
                switch (source) {
                    case WORLD_WIRE -> "{\"status\": \"ok\", \"articles\": []}";
                    case SCIENCE_FEED -> "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}";
                    default -> "<rss version=\"2.0\"><channel><title>T</title></channel></rss>";
                };
        answer(source, aResponse().withBody(body));
    }

    static JsonObject article(String title, String url) {
        return new JsonObject()
                .put("id", url)
                .put("title", title)
                .put("url", url)
                .put("date_published", THREE_HOURS_AGO.toString());
    }

    private static ResponseDefinitionBuilder feed(JsonObject... items) {
        return aResponse()
                .withHeader("Content-Type", "application/feed+json")
                .withBody(new JsonObject()
                        .put("version", "https://jsonfeed.org/version/1.1")
                        .put("items", new JsonArray(List.of(items)))
                        .encode());
    }

    private static ResponseDefinitionBuilder usual(String source) {
        return switch (source) {
            case WORLD_WIRE -> file("application/json", "world-wire.json");
            case SCIENCE_FEED -> file("application/feed+json", "science-feed.json");
            default -> file("application/rss+xml", "city-herald.xml");
        };
    }

    private static ResponseDefinitionBuilder file(String type, String name) {
        return aResponse().withHeader("Content-Type", type).withBodyFile(name);
    }
}
