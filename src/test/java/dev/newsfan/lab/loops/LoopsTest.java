package dev.newsfan.lab.loops;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.LogLines;
import dev.newsfan.api.SseReader;
import dev.newsfan.lab.ExperimentsAtWork;
import dev.newsfan.lab.LabProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("long")
@TestProfile(LabProfile.class)
class LoopsTest {

    @TestHTTPResource
    URI service;

    private static double pause(JsonPath answer, String loop) {
        return answer.getDouble("loops.find { it.loop == '" + loop + "' }.longest_pause");
    }

    private static int beats(JsonPath answer, String loop) {
        return answer.getInt("loops.find { it.loop == '" + loop + "' }.beats");
    }

    @Nested
    @TestProfile(LabProfile.class)
    class Wrong {

        @Test
        void stopsTheTicksOfItsLoop() {
            JsonPath wrong = json(get("/lab/wrong?seconds=1"), 200);

            assertThat(wrong.getDouble("predicted.longest_pause")).isEqualTo(1.05);
            assertThat(pause(wrong, wrong.getString("loop"))).isGreaterThanOrEqualTo(0.99);
            assertThat(beats(wrong, wrong.getString("loop"))).isLessThanOrEqualTo(3);
        }

        @Test
        void stopsNoOtherLoop() {
            JsonPath wrong = json(get("/lab/wrong?seconds=1"), 200);

            List<String> others = wrong.getList("loops.loop", String.class).stream()
                    .filter(loop -> !loop.equals(wrong.getString("loop")))
                    .toList();
            assertThat(others)
                    .isNotEmpty()
                    .allSatisfy(loop ->
                            assertThat(pause(wrong, loop)).isLessThan(0.6 * pause(wrong, wrong.getString("loop"))));
        }

        @Test
        void makesVertxComplainOfTheBlockedThread() {
            try (LogLines log = LogLines.ofWarnings()) {
                String frozen = json(get("/lab/wrong?seconds=2.5"), 200).getString("loop");

                assertThat(log.lines())
                        .anySatisfy(line -> assertThat(line).contains(frozen).contains("has been blocked for"));
            }
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class Right {

        @Test
        void stopsNoTicks() {
            JsonPath wrong = json(get("/lab/wrong?seconds=1"), 200);
            JsonPath right = json(get("/lab/right?seconds=1"), 200);

            assertThat(right.getDouble("predicted.longest_pause")).isEqualTo(0.1);
            assertThat(right.getDouble("measured.longest_pause"))
                    .isLessThan(0.6 * wrong.getDouble("measured.longest_pause"));
            assertThat(right.getList("loops.beats", Integer.class))
                    .allSatisfy(beats -> assertThat(beats).isGreaterThanOrEqualTo(5));
        }

        @Test
        void givesItsTurnBackWhenItsCallerLeaves() throws IOException {
            try (SseReader _ = new SseReader(service, "/lab/right?seconds=10")) {
                ExperimentsAtWork.awaitNumber(1);
            }

            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> json(get("/lab/right?seconds=0.001"), 200));
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class TheHeartbeat {

        @Test
        void showsAFreezeFromALoopThatIsNotFrozen() throws IOException {
            try (SseReader heartbeat = new SseReader(service, "/lab/heartbeat")) {
                await().pollInterval(Duration.ofMillis(10))
                        .until(() -> heartbeat.names().contains("beat"));
                JsonPath wrong = json(get("/lab/wrong?seconds=1"), 200);
                String frozen = wrong.getString("loop");

                JsonPath start = heartbeat.events().getFirst().data();
                assertThat(start.getList("loops", String.class)).contains(frozen);
                assertThat(start.getString("delivered_by")).isNotEqualTo(frozen);
                await().pollInterval(Duration.ofMillis(10)).until(() -> longestPause(heartbeat, frozen) >= 0.99);
                assertThat(longestPause(heartbeat, start.getString("delivered_by")))
                        .isLessThan(0.6);
            }
        }

        @Test
        void tellsTheTimesOfTheServersClock() throws IOException {
            try (SseReader heartbeat = new SseReader(service, "/lab/heartbeat")) {
                await().pollInterval(Duration.ofMillis(10))
                        .until(() -> heartbeat.events().size() >= 8);
                List<JsonPath> ofOneLoop = beatsOfOneLoop(heartbeat);

                for (int next = 1; next < ofOneLoop.size(); next++) {
                    Duration between = Duration.between(at(ofOneLoop.get(next - 1)), at(ofOneLoop.get(next)));
                    assertThat(between.toMillis() / 1000.0)
                            .isCloseTo(ofOneLoop.get(next).getDouble("pause"), offset(0.003));
                }
            }
        }

        private static List<JsonPath> beatsOfOneLoop(SseReader heartbeat) {
            List<JsonPath> beats = beats(heartbeat);
            String loop = beats.getFirst().getString("loop");
            return beats.stream()
                    .filter(beat -> beat.getString("loop").equals(loop))
                    .toList();
        }

        private static double longestPause(SseReader heartbeat, String loop) {
            return beats(heartbeat).stream()
                    .filter(beat -> beat.getString("loop").equals(loop))
                    .mapToDouble(beat -> beat.getDouble("pause"))
                    .max()
                    .orElse(0);
        }

        private static List<JsonPath> beats(SseReader heartbeat) {
            return heartbeat.events().stream()
                    .filter(event -> event.name().equals("beat"))
                    .map(SseReader.Event::data)
                    .toList();
        }

        private static Instant at(JsonPath beat) {
            return Instant.parse(beat.getString("at"));
        }
    }

    @Test
    void oneExperimentWatchesTheLoopsAtATime() throws IOException {
        try (SseReader _ = new SseReader(service, "/lab/right?seconds=10")) {
            ExperimentsAtWork.awaitNumber(1);
            for (String another : List.of("wrong?seconds=0.001", "right?seconds=0.001", "cpu/on-loop", "cpu/virtual")) {
                Response refusal = get("/lab/" + another);

                assertThat(problem(refusal, 503).getString("detail"))
                        .startsWith("Another experiment that watches the event loops is under way");
                assertThat(refusal.header("Retry-After")).isEqualTo("1");
            }
        }
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> json(get("/lab/right?seconds=0.001"), 200));
    }
}
