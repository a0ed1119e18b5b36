package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls reach a source at a time: as many as its pool has connections, and by default as the limits let in. */
@QuarkusTest
@TestProfile(FewWorkersProfile.class)
class ConnectionPoolTest {

    private static final int REQUESTS = 80;

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @AfterEach
    void leaveNothingBehind() {
        RequestsAtWork.awaitNoneIn("virtual");
    }

    @Test
    void byDefaultEveryRequestThatIsLetInReachesItsSource() {
        raw.stall();
        // None of them is answered, so each has a connection. The REST client's own default would be 50.
        List<CompletableFuture<HttpResponse<String>>> waiting =
                ConcurrentClients.ask(service, "/virtual-news?sources=raw", REQUESTS);
        await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(REQUESTS));
        waiting.forEach(answer -> answer.cancel(true));
        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(REQUESTS));
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
