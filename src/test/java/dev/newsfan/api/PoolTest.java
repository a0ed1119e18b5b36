package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How many calls reach a source at a time: as many as its pool has connections, and by default as the limits let in. */
@QuarkusTest
@TestProfile(PoolTest.TwoPools.class)
class PoolTest {

    private static final int REQUESTS = 80;

    public static class TwoPools extends RawProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("newsfan.sources.raw-hasty.connections", "2");
            return config;
        }
    }

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @Test
    void byDefaultEveryRequestThatIsLetInReachesItsSource() {
        raw.stall();
        // The REST client's own default would be 50.
        List<CompletableFuture<HttpResponse<String>>> waiting = Crowd.ask(service, "/async-news?sources=raw", REQUESTS);
        await().untilAsserted(() -> assertThat(raw.connections()).isEqualTo(REQUESTS));
        waiting.forEach(answer -> answer.cancel(true));
        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(REQUESTS));
    }

    @Test
    void aSmallerPoolLetsTheOthersWaitAndTakesThemInTurn() {
        raw.answer(NewsContract.answer(NewsContract.item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z")));
        List<HttpResponse<String>> answers = Crowd.ask(service, "/async-news?sources=raw-hasty", 20).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(raw.requests()).isEqualTo(20);
        assertThat(raw.connections()).isBetween(1, 2);
    }
}
