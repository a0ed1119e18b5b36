package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers see of the policies. */
@QuarkusTest
@TestProfile(PolicyProfile.class)
@Tag("long")
class PoliciesTest {

    private static final List<String> MODES = List.of("sync", "async", "virtual");
    private static final String FEED = RawUpstream.feed(item("One", "https://one.example/", "2026-11-20T01:00:00Z"));

    private final CountDownLatch released = new CountDownLatch(1);

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void answerWhenReleased() {
        raw.answer(out -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.write(FEED.getBytes());
        });
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(String mode, String source, int callers) {
        return ConcurrentClients.ask(service, "/" + mode + "-news?sources=" + source, callers);
    }

    private static JsonPath report(CompletableFuture<HttpResponse<String>> answer) {
        return JsonPath.from(answer.join().body()).setRootPath("sources[0]");
    }

    private static double shared() {
        return Scrape.now().value("newsfan_source_policy_total", "source", "raw", "event", "shared");
    }

    @Test
    void allWhoAskAtTheSameTimeShareACallInEveryMode() {
        double before = shared();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        MODES.forEach(mode -> answers.addAll(ask(mode, "raw", 10)));
        await().until(() -> shared() - before == 29);

        released.countDown();

        answers.forEach(
                answer -> assertThat(report(answer).getString("outcome")).isEqualTo("ok"));
        assertThat(raw.requests()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> report(answer).getList("policies") != null))
                .hasSize(29);
    }

    @Test
    void whoLeavesEndsItsOwnWaitingOnly() {
        double before = shared();
        var first = ask("async", "raw", 1).getFirst();
        await().until(() -> raw.requests() == 1);
        var others = ask("virtual", "raw", 2);
        await().until(() -> shared() - before == 2);

        first.cancel(true);
        RequestsAtWork.awaitNoneIn("async");
        assertThat(raw.hangUps()).isZero();
        released.countDown();

        others.forEach(answer -> assertThat(report(answer).getString("outcome")).isEqualTo("ok"));
        assertThat(raw.requests()).isEqualTo(1);
    }

    @Test
    void theCallEndsWhenNobodyWaits() {
        var first = ask("async", "raw", 1).getFirst();
        await().until(() -> raw.requests() == 1);
        raw.answer(out -> {
            throw new RawUpstream.CutOff();
        });

        first.cancel(true);

        RequestsAtWork.awaitNoneIn("async");
        released.countDown();
        raw.answer(FEED);
        assertThat(report(ask("sync", "raw", 1).getFirst()).getString("outcome"))
                .isEqualTo("ok");
        assertThat(raw.requests()).isEqualTo(1);
    }

    @Test
    void aFreshAnswerServesEveryMode() {
        released.countDown();
        given().get("/async-news?sources=kept").then().statusCode(200);
        int before = raw.requests();

        for (String mode : MODES) {
            JsonPath report = report(ask(mode, "kept", 1).getFirst());

            assertThat(report.getString("outcome")).isEqualTo("ok");
            assertThat(report.getInt("articles")).isEqualTo(1);
            assertThat(report.getList("policies")).isEqualTo(List.of("fresh"));
            assertThat(report.getDouble("age")).isBetween(0.0, 60.0);
        }
        assertThat(raw.requests()).isEqualTo(before);
    }

    @Test
    void metricsTellHowOldAKeptAnswerIs() {
        released.countDown();
        given().get("/async-news?sources=kept").then().statusCode(200);

        assertThat(Scrape.now().value("newsfan_source_answer_age_seconds", "source", "kept"))
                .isBetween(0.0, 600.0);
        assertThat(Scrape.now().value("newsfan_source_answer_age_seconds", "source", "raw"))
                .isNaN();
    }

    @Test
    void metricsTellWhatARateAllowsWhereThereIsOne() {
        assertThat(Scrape.now().series())
                .filteredOn(series -> series.name().equals("newsfan_source_rate_left"))
                .isNotEmpty()
                .allMatch(series -> series.value() >= 0 && series.value() <= 100)
                .noneMatch(series -> series.labels().get("source").equals("raw"));
    }

    private static double breaker(String state) {
        return Scrape.now().value("newsfan_source_breaker", "source", "ill", "state", state);
    }

    @Test
    void aSourceThatIsIllIsLeftAloneAndTriedAgain() {
        raw.answer("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
        await().untilAsserted(() -> {
            var refused = given().get("/async-news?sources=ill");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.jsonPath().getString("sources[0].code")).isEqualTo("circuit_open");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(problem(refused, 503).getString("detail"))
                    .startsWith("No source may be asked at the moment: ill; try again in 1 s.");
        });
        assertThat(breaker("open")).isEqualTo(1);
        assertThat(breaker("closed")).isZero();

        raw.answer(FEED);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/async-news?sources=ill").statusCode() == 200);
        assertThat(given().get("/sync-news?sources=ill").statusCode()).isEqualTo(200);
        assertThat(breaker("open")).isZero();
        assertThat(breaker("closed")).isEqualTo(1);
    }

    @Test
    void nothingIsExplainedUnlessTheConfigurationAllowsIt() {
        released.countDown();

        for (String mode : MODES) {
            JsonPath problem = problem(given().get("/" + mode + "-news?sources=raw&explain=true"), 400);
            assertThat(problem.getString("parameter")).isEqualTo("explain");
            assertThat(problem.getString("detail")).contains("newsfan.explain=true allows it");
            assertThat(ask(mode, "raw", 1).getFirst().join().body()).doesNotContain("\"explain\"");
        }
        assertThat(given().get("/race?sources=raw").asString())
                .contains("event:summary")
                .doesNotContain("explain");
        assertThat(given().get("/sources").jsonPath().getBoolean("explain")).isFalse();
    }
}
