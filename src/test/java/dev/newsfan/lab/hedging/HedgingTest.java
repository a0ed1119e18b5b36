package dev.newsfan.lab.hedging;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class HedgingTest {

    private static JsonPath run(int calls, boolean hedged) {
        return json(get("/lab/hedging?calls=" + calls + "&hedged=" + hedged), 200);
    }

    @Test
    void aSlowCallIsSlowIfItIsMadeOnce() {
        JsonPath answer = run(100, false);

        assertThat(answer.getBoolean("hedged")).isFalse();
        assertThat(answer.getInt("measured.calls_made")).isEqualTo(100);
        assertThat(answer.getDouble("measured.p99")).isGreaterThanOrEqualTo(0.499);
        assertThat(answer.getDouble("measured.p99")).isGreaterThan(2 * answer.getDouble("measured.p50"));
    }

    @Test
    void fourHundredPlainCallsAreUsualAndASecondOneSparesWaits() {
        JsonPath plain = json(get("/lab/hedging"), 200);
        JsonPath answer = run(400, true);

        assertThat(plain.getBoolean("hedged")).isFalse();
        assertThat(plain.getInt("calls")).isEqualTo(400);
        assertThat(answer.getBoolean("hedged")).isTrue();
        // One that is slow both times is rare.
        assertThat(answer.getDouble("measured.p99")).isLessThan(plain.getDouble("measured.p99"));
    }

    @Test
    void oneCallInTenIsMadeTwiceAtMost() {
        assertThat(run(200, true).getInt("measured.calls_made")).isBetween(201, 200 + 20 + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTimesRiseWithThePart(boolean hedged) {
        JsonPath answer = run(20, hedged);

        assertThat(answer.getDouble("measured.p50")).isLessThanOrEqualTo(answer.getDouble("measured.p95"));
        assertThat(answer.getDouble("measured.p95")).isLessThanOrEqualTo(answer.getDouble("measured.p99"));
        assertThat(answer.getDouble("measured.p99")).isLessThanOrEqualTo(answer.getDouble("measured.total_time"));
        assertThat(answer.getMap("predicted")).containsEntry("p95", null);
    }

    @ParameterizedTest
    @CsvSource({
        "hedged=1,   hedged, 'The parameter \"hedged\" is \"1\"; allowed: false, true.'",
        "calls=19,   calls,  'The parameter \"calls\" is \"19\"; allowed: a whole number from 20 to 1,000.'",
        "calls=1001, calls,  'The parameter \"calls\" is \"1001\"; allowed: a whole number from 20 to 1,000.'",
        "call=20,    call,   'There is no parameter \"call\"; allowed: hedged, calls.'",
    })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String detail) {
        JsonPath problem = problem(get("/lab/hedging?" + query), 400);

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(problem.getString("detail")).isEqualTo(detail);
    }
}
