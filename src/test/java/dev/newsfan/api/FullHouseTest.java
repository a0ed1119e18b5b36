package dev.newsfan.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

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

/** What happens when every worker thread waits for a source: deadlines are kept, and nobody else suffers. */
@QuarkusTest
@TestProfile(FullHouseTest.ThreeWorkers.class)
class FullHouseTest {

    private static final int WORKERS = 3;

    public static class ThreeWorkers extends RawProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.thread-pool.max-threads", String.valueOf(WORKERS));
            config.put("newsfan.sources.raw.timeout", "8s");
            config.put("newsfan.sources.raw-hasty.timeout", "300ms");
            return config;
        }
    }

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @Test
    void keepsEveryDeadlineWhileAllWorkersWait() {
        raw.stall();
        // A deadline that needs a worker thread would never come, as each worker waits for one.
        List<HttpResponse<String>> answers = Crowd.ask(service, "/sync-news?sources=raw-hasty", WORKERS).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(WORKERS).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("no complete answer within 0.3 s, its timeout");
        });
    }

    @Test
    void lettingInAsManySyncRequestsAsThereAreWorkersItRefusesTheNextAndServesTheOtherModes() {
        raw.stall();
        List<CompletableFuture<HttpResponse<String>>> waiting = Crowd.ask(service, "/sync-news?sources=raw", WORKERS);
        await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(WORKERS));

        given().get("/sync-news?sources=raw-hasty")
                .then()
                .statusCode(503)
                .body("detail", containsString(WORKERS + " requests are at work in sync mode"));
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(AtWork.in("sync")).isEqualTo("3 of 3");
        for (String mode : List.of("async", "virtual")) {
            given().get("/" + mode + "-news?sources=raw-hasty").then().statusCode(504);
        }

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        waiting.forEach(answer -> answer.cancel(true));
        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(WORKERS + 2));
    }
}
