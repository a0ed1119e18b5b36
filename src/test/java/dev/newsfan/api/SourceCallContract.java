package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.api.ModeUnderTest.feed;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a source is called, and what is measured of it. */
interface SourceCallContract extends ModeUnderTest {

    @Test
    default void sendsTheHeadersTheParametersAndTheWholeUrl() {
        stub("/hasty", feed(item("A", "https://a.example/", "2026-11-20T01:00:00Z")));

        json(get("sources", "hasty"), 200);

        wireMock()
                .verifyThat(
                        1,
                        getRequestedFor(urlPathEqualTo("/hasty"))
                                .withHeader("X-Api-Key", equalTo(ContractProfile.KEY))
                                .withQueryParam("key", equalTo(ContractProfile.KEY))
                                .withQueryParam("api-key", equalTo(ContractProfile.KEY_IN_QUERY)));
    }

    @Test
    default void readsWhateverFormatASourceWithoutOneAnswersIn() {
        stub("/h2", h2Feed());
        assertThat(json(get("sources", "h2"), 200).getList("articles.title")).containsExactly("Two");

        stub(
                "/h2",
                aResponse().withBody("<rss><channel><item><title>Three</title><link>/3</link></item></channel></rss>"));
        assertThat(json(get("sources", "h2"), 200).getList("articles.title")).containsExactly("Three");

        stub("/h2", aResponse().withBody("<!DOCTYPE html><html><title>Four</title></html>"));
        assertThat(problem(get("sources", "h2"), 502).getString("sources[0].reason"))
                .isEqualTo("its answer is a web page and not a feed; the page links to no feed");
    }

    @Test
    default void keepsConnectionsToASourceAlive() {
        raw().answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        // Each event loop has its own; how many loops there are, Quarkus makes of the number of processors.
        int loops = Math.max(2, 2 * Runtime.getRuntime().availableProcessors());

        for (int request = 1; request <= 3 * loops; request++) {
            json(get("sources", "raw"), 200);
        }

        assertThat(raw().requests()).isEqualTo(3 * loops);
        assertThat(raw().connections()).isLessThanOrEqualTo(loops);
    }

    @Test
    default void speaksHttp2WhereTheConfigurationSaysSo() {
        stub("/h2", h2Feed());

        // The request that asks for the upgrade is the last that speaks HTTP/1.1 (RFC 7540, section 3.2).
        for (int request = 1; request <= 2; request++) {
            assertThat(json(get("sources", "h2,world-wire"), 200).getBoolean("complete"))
                    .isTrue();
        }

        assertThat(protocols("/h2")).last().isEqualTo("HTTP/2.0");
        assertThat(protocols(DevSource.WORLD_WIRE.path)).containsOnly("HTTP/1.1");
    }

    @Test
    @Tag(PATIENCE)
    default void endsOnlyItsOwnStreamWhenAnHttp2CallTakesTooLong() {
        stub("/h2", h2Feed().withFixedDelay(1300));
        assertThat(json(get("sources", "world-wire,h2"), 200).getList("sources.outcome"))
                .containsExactly("ok", "timeout");

        stub("/h2", h2Feed());
        assertThat(json(get("sources", "h2"), 200).getList("sources.outcome")).containsExactly("ok");
    }

    @Test
    default void timesTheCallsBySourceModeAndOutcome() {
        json(get("sources", "world-wire,refused"), 200);

        assertThat(metrics())
                .containsPattern(count("world-wire", "ok") + " [1-9]")
                .containsPattern(count("refused", "error") + " [1-9]");
        // The request is at work until its last byte is written, which the client may see a little earlier.
        await().untilAsserted(
                        () -> assertThat(metrics()).contains("newsfan_requests_at_work{mode=\"" + mode() + "\"} 0.0"));
    }

    private static ResponseDefinitionBuilder h2Feed() {
        return feed(item("Two", "https://h2.example/1", "2026-11-20T01:00:00Z"));
    }

    private List<String> protocols(String path) {
        return wireMock().find(getRequestedFor(urlPathEqualTo(path))).stream()
                .map(LoggedRequest::getProtocol)
                .toList();
    }

    private static String metrics() {
        return Management.get("/q/metrics");
    }

    private String count(String source, String outcome) {
        return "newsfan_source_calls_seconds_count\\{mode=\"%s\",outcome=\"%s\",source=\"%s\"}"
                .formatted(mode(), outcome, source);
    }
}
