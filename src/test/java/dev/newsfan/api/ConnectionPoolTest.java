package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.config.SourceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many calls reach a source at a time: as many as its pool has connections, and by default 50. */
@QuarkusTest
@TestProfile(FewWorkersProfile.class)
@Tag("long")
class ConnectionPoolTest {

    private static final int REQUESTS = 80;

    RawUpstream raw;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI service;

    @AfterEach
    void leaveNothingBehind() {
        RequestsAtWork.awaitNoneIn("virtual");
    }

    @Test
    void byDefaultASourceIsSparedMoreThanFiftyCalls() {
        raw.stall();
        List<CompletableFuture<HttpResponse<String>>> waiting =
                ConcurrentClients.ask(service, "/virtual-news?sources=raw", REQUESTS);
        // None of them is answered, so the others have to wait.
        await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(SourceConfig.CONNECTIONS));
        await().untilAsserted(() -> assertThat(waiting("raw")).isEqualTo(REQUESTS - SourceConfig.CONNECTIONS));
        waiting.forEach(answer -> answer.cancel(true));
        // Some of the others got a connection of those who left before them.
        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(raw.requests()));
        await().untilAsserted(() -> assertThat(waiting("raw")).isZero());
    }

    private int waiting(String source) {
        return (int) metrics.get("newsfan.source.calls.waiting")
                .tag("source", source)
                .gauge()
                .value();
    }

    @Test
    void aSmallerPoolLetsTheOthersWaitAndTakesThemInTurn() {
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        List<HttpResponse<String>> answers = ConcurrentClients.ask(service, "/virtual-news?sources=narrow", 20).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(raw.requests()).isEqualTo(20);
        assertThat(raw.connections()).isLessThanOrEqualTo(FewWorkersProfile.NARROW_CONNECTIONS);
    }
}
