package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the answer when sources fail. */
interface FailureContract extends ModeUnderTest {

    @ParameterizedTest
    @EnumSource
    default void aSourceThatFailsIsReportedAndHurtsNoOther(SourceFault fault) {
        boolean answeredBefore = answersOnceMore(fault.source);
        fault.setUp(wireMock(), raw());

        try (WarningLog log = warnings()) {
            Response answer = get("sources", "world-wire,city-herald," + fault.source);

            json(answer, 200);
            JsonNode digest = answer.as(JsonNode.class);
            JsonNode failed = digest.at("/sources/2");
            assertThat(answer.header("News-Complete")).isEqualTo("false");
            assertThat(digest.path("complete").booleanValue()).isFalse();
            assertThat(digest.path("articles")).hasSize(18);
            assertThat(digest.path("sources"))
                    .extracting(source -> source.path("outcome").textValue())
                    .containsExactly("ok", "ok", fault.outcome);
            assertThat(failed.path("articles").intValue()).isZero();
            assertThat(failed.path("reason").textValue())
                    .contains(fault.reason)
                    .doesNotContainPattern("Exception|\\.java|\\n|at \\w+\\.");
            assertThat(answer.asString()).doesNotContain(ContractProfile.KEY);
            // One that has never answered has been told of before.
            assertThat(log.lines())
                    .hasSizeBetween(answeredBefore ? 1 : 0, 1)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith(fault.source + " failed in " + mode() + " mode after ")
                            .contains(fault.reason)
                            .doesNotContain(ContractProfile.KEY, "\n", "Exception"));
        }
    }

    @Test
    default void aSourceThatGoesOnFailingIsLoggedOnce() {
        answersOnceMore("hasty");
        stub("/hasty", aResponse().withStatus(500));

        try (WarningLog log = warnings()) {
            for (int times = 0; times < 5; times++) {
                get("sources", "world-wire,hasty");
            }
            assertThat(log.lines()).singleElement().asString().startsWith("hasty failed");

            stub("/hasty", aResponse().withStatus(501));
            get("sources", "world-wire,hasty");
            assertThat(log.lines()).hasSize(2).last().asString().contains("status 501", "(and 4 calls");
        }
    }

    @Test
    default void answers502WithTheReportsWhenNoSourceIsOk() {
        stub("/hasty", aResponse().withStatus(500));

        Response answer = get("sources", "hasty,refused");

        JsonPath problem = problem(answer, 502);
        assertThat(answer.header("News-Complete")).isEqualTo("false");
        assertThat(problem.getString("title")).isEqualTo("Bad Gateway");
        assertThat(problem.getList("sources.outcome")).containsExactly("error", "error");
        assertThat(problem.getList("sources.reason", String.class))
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).isNotEmpty());
        assertThat(problem.getString("detail")).contains("hasty, refused");
        assertThat(answer.asString()).doesNotContain(ContractProfile.KEY);
    }

    @Test
    @Tag(PATIENCE)
    default void answers504WhenNoSourceIsOkForLackOfTimeAlone() {
        raw().stall();

        JsonPath problem = problem(get("sources", "raw-hasty"), 504);

        assertThat(problem.getString("title")).isEqualTo("Gateway Timeout");
        assertThat(problem.getList("sources.outcome")).containsExactly("timeout");
    }

    @Test
    @Tag(PATIENCE)
    default void answers502WhenOneOfThemFailedForAnotherReason() {
        raw().stall();

        JsonPath problem = problem(get("sources", "raw-hasty,refused"), 502);

        assertThat(problem.getList("sources.outcome")).containsExactly("timeout", "error");
    }

    /** Whether it does: the log tells when a source begins to fail. */
    private boolean answersOnceMore(String source) {
        stub("/hasty", ModeUnderTest.feed(item("Fine", "https://hasty.example/1", "2026-11-20T01:00:00Z")));
        raw().answerFeed(item("Fine", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        return get("sources", source).statusCode() == 200;
    }

    /** The log of the service, which runs in this process or, as a package, in another. */
    private WarningLog warnings() {
        boolean packaged = getClass().isAnnotationPresent(QuarkusIntegrationTest.class);
        return packaged ? LogFile.ofWarnings() : LogLines.ofWarnings();
    }
}
