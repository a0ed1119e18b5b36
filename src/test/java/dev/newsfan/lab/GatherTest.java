package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class GatherTest {

    private static JsonPath gather(String mode) {
        return get("/lab/" + mode + "/gather?seconds=0.1&user_name=Grace")
                .then()
                .statusCode(200)
                .body("mode", equalTo(mode))
                .body("tasks.name", contains("GraceA", "GraceB", "GraceC"))
                .body("tasks.outcome", contains("ok", "ok", "ok"))
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "virtual"})
    void togetherItTakesAsLongAsTheLongestAndInLineAsTheSum(String mode) {
        JsonPath inLine = gather("sync");
        JsonPath together = gather(mode);

        assertThat(inLine.getDouble("predicted.total_time")).isEqualTo(0.6);
        assertThat(together.getDouble("predicted.total_time")).isEqualTo(0.3);
        assertThat(inLine.getDouble("measured.total_time")).isGreaterThanOrEqualTo(0.595);
        assertThat(together.getDouble("measured.total_time"))
                .isGreaterThanOrEqualTo(0.298)
                .isLessThan(0.8 * inLine.getDouble("measured.total_time"));
    }

    @Test
    void inLineATaskStartsWhenTheOneBeforeHasEnded() {
        List<Map<String, Object>> tasks = gather("sync").getList("tasks");

        for (int next = 1; next < tasks.size(); next++) {
            Map<String, Object> before = tasks.get(next - 1);
            assertThat(seconds(tasks.get(next), "started"))
                    .isGreaterThanOrEqualTo(seconds(before, "started") + seconds(before, "elapsed") - 0.002);
        }
        assertThat(tasks)
                .extracting(task -> task.get("thread"))
                .containsOnly(tasks.getFirst().get("thread"));
    }

    @Test
    void togetherAllTasksStartBeforeTheFirstHasEnded() {
        List<Map<String, Object>> tasks = gather("async").getList("tasks");

        assertThat(tasks)
                .allSatisfy(task -> assertThat(seconds(task, "started"))
                        .isLessThan(seconds(tasks.getFirst(), "started") + seconds(tasks.getFirst(), "elapsed")));
    }

    @Test
    void eachTellsWhenItWasFinished() {
        Instant before = Instant.now().minusMillis(1);
        List<String> finished = gather("async").getList("tasks.finished_at");
        Instant after = Instant.now().plusMillis(1);

        assertThat(finished)
                .map(Instant::parse)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(before, after));
    }

    @Test
    void withoutANameTheTasksAreAdas() {
        get("/lab/async/gather?seconds=0.001").then().body("tasks.name", contains("AdaA", "AdaB", "AdaC"));
    }

    private static double seconds(Map<String, Object> task, String field) {
        return ((Number) task.get(field)).doubleValue();
    }
}
