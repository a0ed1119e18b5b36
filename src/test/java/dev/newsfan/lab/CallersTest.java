package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class CallersTest {

    @TestHTTPResource
    URI service;

    private List<SseReader.Event> send(String query) throws IOException {
        try (SseReader crowd = new SseReader(service, "/lab/callers?" + query)) {
            await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);
            return List.copyOf(crowd.events());
        }
    }

    @Test
    void whereThereAreMoreThanWorkerThreadsTheOthersStandInLine() throws IOException {
        int callers = LabProfile.WORKERS + 4;
        List<SseReader.Event> events = send("mode=sync&seconds=0.3&callers=" + callers);

        JsonPath start = events.getFirst().data();
        JsonPath summary = events.getLast().data();
        assertThat(start.getInt("line_begins_at")).isEqualTo(LabProfile.WORKERS);
        assertThat(start.getDouble("predicted.total_time")).isEqualTo(0.6);
        assertThat(start.getInt("predicted.waited_in_line")).isEqualTo(4);
        assertThat(summary.getInt("measured.waited_in_line")).isEqualTo(4);
        assertThat(summary.getInt("failed")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "virtual"})
    void inTheOtherModesNobodyStandsInLine(String mode) throws IOException {
        int callers = 5 * LabProfile.WORKERS;
        List<SseReader.Event> events = send("seconds=0.5&callers=" + callers + "&mode=" + mode);

        JsonPath summary = events.getLast().data();
        assertThat(events.getFirst().data().<Object>get("line_begins_at")).isNull();
        assertThat(summary.getInt("measured.waited_in_line")).isZero();
        assertThat(summary.getDouble("slowest")).isLessThan(1.8 * summary.getDouble("fastest"));
    }

    @Test
    void eachIsToldOfWhenBack() throws IOException {
        List<SseReader.Event> events = send("mode=async&seconds=0.1&callers=20");

        assertThat(events).hasSize(22);
        assertThat(events.subList(1, 21)).allSatisfy(back -> {
            assertThat(back.name()).isEqualTo("returned");
            assertThat(back.data().getInt("status")).isEqualTo(200);
            assertThat(back.data().getDouble("elapsed")).isGreaterThanOrEqualTo(0.099);
            assertThat(back.data().getString("thread")).startsWith("vert.x-eventloop-thread-");
        });
        assertThat(events.subList(1, 21))
                .extracting(back -> back.data().getInt("caller"))
                .doesNotHaveDuplicates();
    }

    @Test
    void oneCrowdGoesAtATimeAndTheTurnIsFreeAgainWhenItsCallerLeaves() throws IOException {
        try (SseReader crowd = new SseReader(service, "/lab/callers?mode=async&seconds=10&callers=2")) {
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> crowd.names().contains("callers"));
            get("/lab/callers?mode=async&seconds=0.1&callers=1")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("detail", startsWith("Other callers are on their way"));
        }
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(send("mode=async&seconds=0.1&callers=1"))
                        .extracting(SseReader.Event::name)
                        .containsExactly("callers", "returned", "summary"));
    }

    @ParameterizedTest
    @CsvSource({
        "callers=0,     callers, 'a whole number from 1 to 1,000.'",
        "callers=1001,  callers, 'a whole number from 1 to 1,000.'",
        "seconds=11,    seconds, a number from 0.1 to 10.",
        "seconds=0.09,  seconds, a number from 0.1 to 10.",
        "mode=fast,     mode,    'sync, async, virtual.'",
    })
    void aWrongParameterIsAProblemBeforeTheStreamBegins(String query, String parameter, String allowed) {
        get("/lab/callers?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("detail", endsWith("; allowed: " + allowed));
    }
}
