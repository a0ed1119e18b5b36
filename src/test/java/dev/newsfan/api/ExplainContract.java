package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told of where the time of its request went. */
interface ExplainContract extends ModeUnderTest {

    String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private Response explained(String sources) {
        return given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get(path() + "?explain=true&sources=" + sources);
    }

    @Test
    default void tellsAllStepsOfTheVeryRequest() {
        JsonPath digest = json(explained("world-wire,raw"), 200);

        JsonPath explain = digest.setRootPath("explain");
        assertThat(explain.getMap("").keySet())
                .extracting(Object::toString)
                .containsExactly("trace_id", "step", "started", "elapsed", "facts", "steps");
        assertThat(explain.getString("trace_id")).isEqualTo(TRACE);
        assertThat(explain.getString("step")).isEqualTo("request");
        assertThat(explain.getMap("facts"))
                .containsEntry("mode", mode())
                .containsEntry("sources", "world-wire,raw")
                .containsEntry("ok", 2)
                .containsEntry("articles", 11);
        assertThat(explain.getList("steps.step")).containsExactly("waiting", "call", "call", "merging", "writing");
        assertThat(explain.getList("steps[1].steps.step")).containsExactly("attempt", "decoding");
        assertThat(explain.getList("steps[1].steps[0].steps.step"))
                .containsExactly("place", "connection", "first_byte", "body");
        assertThat(explain.getMap("steps[1].steps[0].facts"))
                .containsEntry("host", "localhost")
                .containsEntry("outcome", "ok")
                .containsEntry("status", 200)
                .containsKeys("port", "bytes");
    }

    @Test
    default void tellsOfEachCallItsSourceItsTimeAndItsOutcome() {
        JsonPath digest = json(explained("raw,refused"), 200);

        List<Double> reported = digest.getList("sources.elapsed", Double.class);
        JsonPath calls = digest.setRootPath("explain.steps.findAll { it.step == 'call' }");
        assertThat(calls.getList("source")).containsExactly("raw", "refused");
        assertThat(calls.getList("facts.outcome")).containsExactly("ok", "error");
        assertThat(calls.getList("facts.code")).containsExactly(null, "not_connected");
        assertThat(calls.getList("elapsed", Double.class))
                .satisfiesExactly(
                        ok -> assertThat(ok).isGreaterThanOrEqualTo(reported.getFirst() - 0.05),
                        refused -> assertThat(refused).isGreaterThanOrEqualTo(reported.getLast() - 0.05));
        // Whether it is asked again depends on how many have been asked again lately.
        assertThat(calls.getList("events[1].event")).containsAnyOf("retried", "retry_denied");
    }

    @Test
    default void partsLieWithinTheStepThatTheyAreOf() {
        JsonPath explain = json(explained("raw"), 200).setRootPath("explain");

        for (String whole : List.of("", "steps[1].", "steps[1].steps[0].")) {
            double from = explain.getDouble(whole + "started");
            double until = from + explain.getDouble(whole + "elapsed");
            // Each time is rounded to a thousandth of a second.
            assertThat(explain.getList(whole + "steps.started", Double.class))
                    .isSorted()
                    .allSatisfy(started -> assertThat(started).isBetween(from - 0.002, until + 0.002));
        }
    }

    @Test
    default void aProblemIsExplainedAsWell() {
        Response answer = explained("refused");

        JsonPath problem = problem(answer, 502);
        assertThat(problem.getList("sources.outcome")).containsExactly("error");
        assertThat(problem.getString("explain.trace_id")).isEqualTo(TRACE);
        assertThat(problem.getList("explain.steps.find { it.step == 'call' }.steps.facts.outcome"))
                .containsOnly("error");
    }

    @Test
    default void whatIsExplainedIsForOneCallerAndOneTime() {
        Response answer = given().header("If-None-Match", "*").get(path() + "?explain=true&sources=raw");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().hasHeaderWithName("ETag")).isFalse();
        assertThat(answer.header("News-Complete")).isEqualTo("true");
    }

    @Test
    default void explainsNothingToWhoDoesNotWantIt() {
        Response answer = get("sources", "raw", "explain", "false");

        assertThat(json(answer, 200).getMap("")).doesNotContainKey("explain");
        assertThat(answer.header("ETag")).isEqualTo(get("sources", "raw").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", "TRUE"})
    default void explainsOnlyIfToldSoInWords(String word) {
        JsonPath problem = problem(get("sources", "raw", "explain", word), 400);

        assertThat(problem.getString("parameter")).isEqualTo("explain");
        assertThat(problem.getString("detail")).contains("is \"" + word + "\"; allowed: false, true.");
    }

    @Test
    default void anExplanationHoldsNoSecret() {
        stub("/hasty", WireMock.aResponse().withStatus(401));

        Response answer = explained("hasty");

        assertThat(problem(answer, 502).getString("explain.steps[1].facts.code"))
                .isEqualTo("status_401");
        assertThat(answer.asString()).doesNotContain(ContractProfile.KEY, "country=us", "api-key", "X-Api-Key");
    }
}
