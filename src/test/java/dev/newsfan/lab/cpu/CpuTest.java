package dev.newsfan.lab.cpu;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("long")
@TestProfile(LabProfile.class)
class CpuTest {

    private static JsonPath compute(String way, int rounds) {
        JsonPath answer = json(get("/lab/cpu/" + way + "?rounds=" + rounds), 200);
        assertThat(answer.getString("way")).isEqualTo(way);
        assertThat(answer.getInt("rounds")).isEqualTo(rounds);
        return answer;
    }

    /** As many rounds as take about half a second here and now, so that a freeze is longer than any hiccup. */
    private static int halfASecondsWorth() {
        Duration sample = Computing.predict(100_000);
        return (int) Math.min(50_000_000, 100_000 * 500_000_000L / sample.toNanos());
    }

    @Test
    void onTheLoopItFreezesTheTicksAndElsewhereItDoesNot() {
        int rounds = halfASecondsWorth();
        JsonPath onLoop = compute("on-loop", rounds);
        JsonPath offloaded = compute("offloaded", rounds);
        JsonPath virtual = compute("virtual", rounds);

        double freeze = onLoop.getDouble("measured.longest_pause");
        assertThat(freeze).isGreaterThanOrEqualTo(onLoop.getDouble("measured.total_time"));
        assertThat(offloaded.getDouble("measured.longest_pause")).isLessThan(0.7 * freeze);
        assertThat(virtual.getDouble("measured.longest_pause")).isLessThan(0.7 * freeze);
        assertThat(onLoop.getString("thread")).startsWith("vert.x-eventloop-thread-");
        assertThat(offloaded.getString("thread")).startsWith("executor-thread-");
        assertThat(virtual.getString("thread")).contains("virtual");
        // Nobody takes a computing virtual thread off its carrier; the operating system does so with a worker thread.
        assertThat(virtual.getDouble("neighbour.measured"))
                .isGreaterThan(3 * offloaded.getDouble("neighbour.measured"));
        assertThat(onLoop.<Object>get("neighbour")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-loop", "offloaded", "virtual"})
    void theAmountOfWorkIsBounded(String way) {
        assertThat(problem(get("/lab/cpu/" + way + "?rounds=50000001"), 400).getString("detail"))
                .isEqualTo("The parameter \"rounds\" is \"50000001\"; allowed: a whole number from 1 to 50,000,000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", "ON_LOOP", "on_loop", "Virtual"})
    void anotherPlaceLeadsNowhere(String place) {
        problem(get("/lab/cpu/" + place + "?rounds=1"), 404);
    }
}
