package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers and caches learn of using an answer again. */
interface CachingContract extends ModeUnderTest {

    private String tag() {
        return get("sources", "raw").header("ETag");
    }

    private Response getUnless(String known) {
        return given().header("If-None-Match", known).get(path() + "?sources=raw");
    }

    @Test
    default void saysOnceHowEachAnswerMayBeUsedAgain() {
        Response answer = get("sources", "raw");

        // Nothing is kept of the sources' answers here.
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("max-age=0");
        assertThat(answer.headers().getValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.headers().getValues("ETag"))
                .singleElement()
                .asString()
                .matches("W/\"[0-9a-f]{16}\"");
    }

    @Test
    default void whoHasTheSameNewsGetsNoBody() {
        Response answer = getUnless("\"another\", " + tag());

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asByteArray()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag());
        assertThat(answer.header("News-Complete")).isEqualTo("true");
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("max-age=0");
        assertThat(answer.headers().getValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.headers().hasHeaderWithName("Content-Type")).isFalse();
        assertThat(answer.headers().hasHeaderWithName("Content-Encoding")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    default void theSameNewsHaveTheSameTagInEveryMode(String other) {
        assertThat(given().get("/" + other + "-news?sources=raw").header("ETag"))
                .isEqualTo(tag());
    }

    @Test
    default void otherNewsAreSentInFull() {
        String before = tag();
        raw().answerFeed(item("Raw", "https://raw.example/2", "2026-11-20T01:00:00Z"));

        Response answer = getUnless(before);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(before);
        assertThat(answer.jsonPath().getString("articles[0].url")).endsWith("/2");
    }

    @Test
    default void aSourceThatIsMissingMakesAnotherTag() {
        Response answer = get("sources", "raw,refused");

        assertThat(answer.header("ETag")).isNotEqualTo(tag());
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0");
    }

    @Test
    default void aProblemIsNotKept() {
        Response answer = given().header("If-None-Match", "*").get(path() + "?sources=refused");

        problem(answer, 502);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().hasHeaderWithName("ETag")).isFalse();
    }

    @Test
    default void aHeadSaysTheSameAsAGet() {
        Response head = given().head(path() + "?sources=raw");
        Response same = given().header("If-None-Match", tag()).head(path() + "?sources=raw");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag());
        assertThat(head.headers().getValues("Cache-Control")).containsExactly("max-age=0");
        assertThat(same.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @EnumSource
    default void packedNewsAreTheSameNewsOverEachProtocol(HttpClient.Version version)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            var request = HttpRequest.newBuilder(service().resolve(path() + "?sources=raw"))
                    .header("Accept-Encoding", "gzip");
            var whole = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var again = client.send(
                    request.header("If-None-Match", tag()).build(), HttpResponse.BodyHandlers.ofByteArray());

            assertThat(whole.version()).isEqualTo(version);
            assertThat(whole.headers().allValues("Content-Encoding")).containsExactly("gzip");
            assertThat(whole.headers().allValues("Vary")).containsExactly("Accept-Encoding");
            assertThat(whole.headers().allValues("ETag")).containsExactly(tag());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            // What the whole answer would say, or nothing: a cache may take it for its copy's.
            assertThat(again.headers().allValues("Content-Encoding")).doesNotContain("identity");
        }
    }
}
