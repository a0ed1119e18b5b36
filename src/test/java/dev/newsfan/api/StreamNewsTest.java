package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FewWorkersProfile.class)
class StreamNewsTest {

    private static final String ANSWER =
            RawUpstream.feed(item("Late", "https://raw.example/1", "2026-11-20T01:00:00Z"));

    WireMock wireMock;
    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void makeOneSourceFast() {
        wireMock.register(DevSource.WORLD_WIRE.answering(DevSource.WORLD_WIRE.articles()));
    }

    @AfterEach
    void leaveNothingBehind() {
        wireMock.resetToDefaultMappings();
        RequestsAtWork.awaitNoneIn("async");
    }

    @Test
    void tellsEachSourcesPartAsSoonAsItHasAnsweredAndTheDigestLast() throws IOException {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        answerWhen(mayAnswer, ANSWER);
        try (SseReader stream = new SseReader(service, "/stream-news?sources=world-wire,raw")) {
            await().until(() -> !stream.events().isEmpty());
            assertThat(stream.names()).containsExactly("source");
            assertThat(stream.events().getFirst().data().getString("report.name"))
                    .isEqualTo("world-wire");
            assertThat(stream.events().getFirst().data().getList("articles")).hasSize(10);
            await().until(() -> stream.comments() > 0);

            mayAnswer.countDown();
            await().until(stream::ended);

            assertThat(stream.names()).containsExactly("source", "source", "digest");
            assertThat(stream.events().get(1).data().getString("report.name")).isEqualTo("raw");
            assertThat(stream.events().getLast().data().getList("articles")).hasSize(11);
        }
    }

    @Test
    void mergesWhatHasComeSoFarIfAsked() throws IOException {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        answerWhen(
                mayAnswer,
                RawUpstream.feed(
                        item("Late", "https://raw.example/1", "2026-11-20T01:00:00Z"),
                        item("Twice", "https://raw.example/1?utm_source=x", "2026-11-20T02:00:00Z")));
        try (SseReader stream = new SseReader(service, "/stream-news?sources=world-wire,raw&merged=true&limit=200")) {
            await().until(() -> !stream.events().isEmpty());
            mayAnswer.countDown();
            await().until(stream::ended);

            var events = stream.events();
            assertThat(events.get(0).data().getList("articles")).hasSize(10);
            assertThat(events.get(1).data().getInt("report.articles")).isEqualTo(2);
            assertThat(events.get(1).data().getList("articles"))
                    .hasSize(11)
                    .isEqualTo(events.getLast().data().getList("articles"));
        }
    }

    @Test
    void endsWithTheDigestThatTheAsyncModeWouldHaveGiven() throws IOException {
        raw.answer(ANSWER);
        String query = "?sources=world-wire,raw,refused&q=e&limit=7";
        var expected = given().get("/async-news" + query).jsonPath();
        try (SseReader stream = new SseReader(service, "/stream-news" + query)) {
            await().until(stream::ended);

            var digest = stream.events().getLast().data();
            assertThat(stream.events().getLast().name()).isEqualTo("digest");
            assertThat(digest.getList("articles")).isEqualTo(expected.getList("articles"));
            assertThat(digest.getList("sources.reason")).isEqualTo(expected.getList("sources.reason"));
            assertThat(digest.getString("mode")).isEqualTo("async");
            assertThat(digest.getMap("").keySet()).isEqualTo(expected.getMap("").keySet());
        }
    }

    @Test
    void endsWithAProblemWhenNoSourceIsOk() throws IOException {
        try (SseReader stream = new SseReader(service, "/stream-news?sources=refused")) {
            await().until(stream::ended);

            assertThat(stream.names()).containsExactly("source", "problem");
            assertThat(stream.events().getLast().data().getInt("status")).isEqualTo(502);
            assertThat(stream.events().getLast().data().getList("sources.outcome"))
                    .isEqualTo(List.of("error"));
            assertThat(stream.events().getLast().data().getString("trace_id")).matches("[0-9a-f]{32}");
        }
    }

    @Nested
    class BeforeItBegins {

        @Test
        void refusesBadParameters() {
            var problem = problem(given().get("/stream-news?limit=0"), 400);

            assertThat(problem.getString("detail")).contains("1 to 200");
        }

        @Test
        void refusesOneStreamTooMany() throws IOException {
            raw.stall();
            try (SseReader one = new SseReader(service, "/stream-news?sources=raw");
                    SseReader two = new SseReader(service, "/stream-news?sources=raw")) {
                await().until(() -> raw.requests() == FewWorkersProfile.ASYNC_LIMIT);

                Response answer = given().get("/stream-news?sources=world-wire");

                problem(answer, 503);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(one.ended() || two.ended()).isFalse();
            }
        }
    }

    @Test
    void cancelsTheCallsWhenTheReaderGoesAway() throws IOException {
        raw.stall();
        try (SseReader stream = new SseReader(service, "/stream-news?sources=world-wire,raw")) {
            await().until(() -> raw.requests() == 1 && !stream.events().isEmpty());
        }

        await().until(() -> raw.hangUps() == 1);
    }

    private void answerWhen(CountDownLatch mayAnswer, String answer) {
        raw.answer(out -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        });
    }
}
