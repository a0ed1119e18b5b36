package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfan.api.LogLines;
import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LabProfile.class)
class FreezeTest {

    @TestHTTPResource
    URI service;

    @Test
    void wrongStopsTheBeatsOfItsLoopDeadAndRightStopsNone() {
        JsonPath wrong =
                get("/lab/wrong?seconds=1").then().statusCode(200).extract().jsonPath();
        JsonPath right =
                get("/lab/right?seconds=1").then().statusCode(200).extract().jsonPath();

        assertThat(wrong.getDouble("predicted.longest_pause")).isEqualTo(1.05);
        assertThat(right.getDouble("predicted.longest_pause")).isEqualTo(0.1);
        assertThat(pause(wrong, wrong.getString("loop"))).isGreaterThanOrEqualTo(0.99);
        assertThat(beats(wrong, wrong.getString("loop"))).isLessThanOrEqualTo(3);
        assertThat(right.getDouble("measured.longest_pause"))
                .isLessThan(0.6 * wrong.getDouble("measured.longest_pause"));
        assertThat(right.getList("loops.beats", Integer.class))
                .allSatisfy(beats -> assertThat(beats).isGreaterThanOrEqualTo(5));
    }

    @Test
    void onlyTheLoopThatIsBlockedStops() {
        JsonPath wrong = get("/lab/wrong?seconds=1").jsonPath();

        List<String> others = wrong.getList("loops.loop", String.class).stream()
                .filter(loop -> !loop.equals(wrong.getString("loop")))
                .toList();
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(
                        loop -> assertThat(pause(wrong, loop)).isLessThan(0.6 * pause(wrong, wrong.getString("loop"))));
    }

    @Test
    void theHeartbeatShowsItFromALoopThatIsNotFrozen() throws IOException {
        try (SseReader heartbeat = new SseReader(service, "/lab/heartbeat")) {
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> heartbeat.names().contains("beat"));
            JsonPath wrong = get("/lab/wrong?seconds=1").jsonPath();
            String frozen = wrong.getString("loop");

            JsonPath start = heartbeat.events().getFirst().data();
            assertThat(start.getList("loops", String.class)).contains(frozen);
            assertThat(start.getString("delivered_by")).isNotEqualTo(frozen);
            await().pollInterval(Duration.ofMillis(10)).until(() -> longestPause(heartbeat, frozen) >= 0.99);
            assertThat(longestPause(heartbeat, start.getString("delivered_by"))).isLessThan(0.6);
        }
    }

    @Test
    void theBeatsCarryTheTimeOfTheServersClock() throws IOException {
        try (SseReader heartbeat = new SseReader(service, "/lab/heartbeat")) {
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> heartbeat.events().size() >= 8);
            List<SseReader.Event> beats = heartbeat.events().stream()
                    .filter(event -> event.name().equals("beat"))
                    .toList();
            String loop = beats.getFirst().data().getString("loop");
            List<SseReader.Event> ofOneLoop = beats.stream()
                    .filter(beat -> beat.data().getString("loop").equals(loop))
                    .toList();
            for (int next = 1; next < ofOneLoop.size(); next++) {
                Duration between = Duration.between(at(ofOneLoop.get(next - 1)), at(ofOneLoop.get(next)));
                assertThat(between.toMillis() / 1000.0)
                        .isCloseTo(ofOneLoop.get(next).data().getDouble("pause"), offset(0.003));
            }
        }
    }

    @Test
    void vertxComplainsOfTheBlockedThread() {
        try (LogLines log = LogLines.ofWarnings()) {
            String frozen = get("/lab/wrong?seconds=2.5").jsonPath().getString("loop");

            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains(frozen).contains("has been blocked for"));
        }
    }

    @Test
    void oneWatchesTheLoopsAtATimeUntilItsCallerLeaves() throws IOException {
        try (SseReader _ = new SseReader(service, "/lab/right?seconds=10")) {
            AtWork.awaitExperiments(1);
            for (String another : List.of("wrong?seconds=0.001", "right?seconds=0.001", "cpu/on-loop", "cpu/virtual")) {
                get("/lab/" + another)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "1")
                        .body("detail", startsWith("Another experiment that watches the event loops is under way"));
            }
        }
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> get("/lab/right?seconds=0.001").then().statusCode(200));
    }

    private static double pause(JsonPath answer, String loop) {
        return answer.getDouble("loops.find { it.loop == '" + loop + "' }.longest_pause");
    }

    private static int beats(JsonPath answer, String loop) {
        return answer.getInt("loops.find { it.loop == '" + loop + "' }.beats");
    }

    private static double longestPause(SseReader heartbeat, String loop) {
        return heartbeat.events().stream()
                .filter(event -> event.name().equals("beat"))
                .map(SseReader.Event::data)
                .filter(beat -> beat.getString("loop").equals(loop))
                .mapToDouble(beat -> beat.getDouble("pause"))
                .max()
                .orElse(0);
    }

    private static Instant at(SseReader.Event beat) {
        return Instant.parse(beat.data().getString("at"));
    }
}
