package dev.newsfan.lab.gather;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("long")
@TestProfile(LabProfile.class)
class GatherTest {

    private static JsonPath gather(String mode) {
        JsonPath answer = json(get("/lab/" + mode + "/gather?seconds=0.1&user_name=Grace"), 200);
        assertThat(answer.getString("mode")).isEqualTo(mode);
        assertThat(answer.getList("tasks.name")).containsExactly("GraceA", "GraceB", "GraceC");
        assertThat(answer.getList("tasks.outcome")).containsOnly("ok");
        return answer;
    }

    private static double seconds(Map<String, Object> task, String field) {
        return ((Number) task.get(field)).doubleValue();
    }

    @Nested
    @TestProfile(LabProfile.class)
    class InLine {

        private JsonPath answer;

        @BeforeEach
        void gatherInLine() {
            answer = gather("sync");
        }

        @Test
        void theTasksTakeTheirSum() {
            assertThat(answer.getDouble("predicted.total_time")).isEqualTo(0.6);
            assertThat(answer.getDouble("measured.total_time")).isGreaterThanOrEqualTo(0.595);
        }

        @Test
        void aTaskStartsWhenTheOneBeforeHasEnded() {
            List<Map<String, Object>> tasks = answer.getList("tasks");

            for (int next = 1; next < tasks.size(); next++) {
                Map<String, Object> before = tasks.get(next - 1);
                assertThat(seconds(tasks.get(next), "started"))
                        .isGreaterThanOrEqualTo(seconds(before, "started") + seconds(before, "elapsed") - 0.002);
            }
        }

        @Test
        void oneWorkerThreadWaitsForAll() {
            assertThat(answer.getList("tasks.thread", String.class).stream().distinct())
                    .singleElement()
                    .asString()
                    .startsWith("executor-thread-");
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class AtOnce {

        @ParameterizedTest
        @ValueSource(strings = {"async", "virtual"})
        void theTasksTakeAsLongAsTheLongest(String mode) {
            double inLine = gather("sync").getDouble("measured.total_time");
            JsonPath answer = gather(mode);

            assertThat(answer.getDouble("predicted.total_time")).isEqualTo(0.3);
            assertThat(answer.getDouble("measured.total_time"))
                    .isGreaterThanOrEqualTo(0.298)
                    .isLessThan(0.8 * inLine);
        }

        @ParameterizedTest
        @CsvSource({"async, vert.x-eventloop-thread-", "virtual, virtual-"})
        void theThreadsAreThoseOfTheMode(String mode, String thread) {
            assertThat(gather(mode).getList("tasks.thread", String.class))
                    .allSatisfy(name -> assertThat(name).startsWith(thread));
        }

        @Test
        void allTasksStartBeforeTheFirstHasEnded() {
            List<Map<String, Object>> tasks = gather("async").getList("tasks");

            assertThat(tasks)
                    .allSatisfy(task -> assertThat(seconds(task, "started"))
                            .isLessThan(seconds(tasks.getFirst(), "started") + seconds(tasks.getFirst(), "elapsed")));
        }

        @Test
        void eachTaskTellsWhenItWasFinished() {
            Instant before = Instant.now().minusMillis(1);
            List<String> finished = gather("async").getList("tasks.finished_at");
            Instant after = Instant.now().plusMillis(1);

            assertThat(finished)
                    .map(Instant::parse)
                    .isSorted()
                    .allSatisfy(at -> assertThat(at).isBetween(before, after));
        }
    }

    @Test
    void withoutANameTheTasksAreAdas() {
        assertThat(json(get("/lab/async/gather?seconds=0.001"), 200).getList("tasks.name"))
                .containsExactly("AdaA", "AdaB", "AdaC");
    }

    @Test
    void anUnknownModeLeadsNowhere() {
        problem(get("/lab/fast/gather"), 404);
    }
}
