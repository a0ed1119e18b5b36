package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when every worker thread waits for a source: deadlines are kept, and nobody else suffers. */
@QuarkusTest
@TestProfile(FewWorkersProfile.class)
@Tag("long")
class BusyWorkersTest {

    private static final int WORKERS = FewWorkersProfile.WORKERS;

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveASourceThatNeverAnswers() {
        raw.stall();
    }

    @AfterEach
    void leaveNothingBehind() {
        for (String mode : List.of("sync", "async", "virtual")) {
            RequestsAtWork.awaitNoneIn(mode);
        }
    }

    @Test
    void keepsEveryDeadline() {
        // A deadline that needs a worker thread would never come, as each worker waits for one.
        List<HttpResponse<String>> answers =
                ConcurrentClients.ask(service, "/sync-news?sources=raw-hasty", WORKERS).stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).hasSize(WORKERS).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("no complete answer within 0.3 s, its timeout");
        });
    }

    @Nested
    class WithAsManySyncRequestsAsWorkers {

        private List<CompletableFuture<HttpResponse<String>>> waiting;

        @BeforeEach
        void keepEveryWorkerWaiting() {
            waiting = ConcurrentClients.ask(service, "/sync-news?sources=raw", WORKERS);
            await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(WORKERS));
            assertThat(RequestsAtWork.in("sync")).isEqualTo("3 of 3");
        }

        @AfterEach
        void hangUp() {
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            waiting.forEach(answer -> answer.cancel(true));
            await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(raw.requests()));
        }

        @Test
        void refusesTheNextOne() {
            var problem = problem(given().get("/sync-news?sources=raw-hasty"), 503);

            assertThat(problem.getString("detail")).contains(WORKERS + " requests are at work in sync mode");
            assertThat(raw.requests()).isEqualTo(WORKERS);
        }

        @Test
        void isReady() {
            json(given().get("/q/health/ready"), 200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"async", "virtual"})
        void servesTheOtherModes(String mode) {
            problem(given().get("/" + mode + "-news?sources=raw-hasty"), 504);

            assertThat(raw.requests()).isEqualTo(WORKERS + 1);
        }
    }
}
