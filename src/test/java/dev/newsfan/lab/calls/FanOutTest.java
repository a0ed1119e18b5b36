package dev.newsfan.lab.calls;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.ExternalServer;
import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("long")
@TestProfile(LabProfile.class)
class FanOutTest {

    ExternalServer external;

    private static JsonPath fanOut(String mode) {
        return json(get("/lab/" + mode + "/fan-out"), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "virtual"})
    void atOnceItTakesAsLongAsTheSlowest(String mode) {
        double inLine = fanOut("sync").getDouble("measured.total_time");
        double atOnce = fanOut(mode).getDouble("measured.total_time");

        assertThat(inLine).isGreaterThanOrEqualTo(0.7);
        assertThat(atOnce).isGreaterThanOrEqualTo(0.4).isLessThan(0.85 * inLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void oneThatFailsDoesNotSpoilTheRest(String mode) {
        JsonPath answer = fanOut(mode);

        assertThat(answer.getString("mode")).isEqualTo(mode);
        assertThat(answer.getList("calls.outcome")).containsExactly("ok", "ok", "error", "ok", "error", "error");
        assertThat(answer.getList("calls.reason", String.class))
                .satisfiesExactly(
                        ok -> assertThat(ok).isNull(),
                        ok -> assertThat(ok).isNull(),
                        missing -> assertThat(missing).isEqualTo("it answered with status 404"),
                        ok -> assertThat(ok).isNull(),
                        moved -> assertThat(moved).isEqualTo("it answered with status 302"),
                        refused -> assertThat(refused).startsWith("it can't be asked: "));
    }

    @Test
    void onlyWhatTheServiceItselfDoesIsPredicted() {
        JsonPath answer = fanOut("async");

        assertThat(answer.getList("calls.predicted")).containsExactly(0.3f, 0.4f, null, null, null, null);
        assertThat(answer.<Object>get("predicted.total_time")).isNull();
    }

    @Test
    void theSecretIsForTheServiceAlone() {
        fanOut("async");

        assertThat(external.requests())
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers.keySet())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("secret")));
    }

    @Test
    void theQueryOfAnAddressIsForNobodyElse() {
        assertThat(fanOut("async").prettify()).doesNotContain("s3cret").contains("/news");
    }

    @Test
    void theCallerHasNoSayInWhatIsAsked() {
        assertThat(problem(get("/lab/async/fan-out?url=http://localhost:1"), 400)
                        .getString("detail"))
                .isEqualTo("There is no parameter \"url\"; allowed: none.");
    }

    @Test
    void thereIsNoSixthStep() {
        problem(get("/lab/step/six"), 404);
    }
}
