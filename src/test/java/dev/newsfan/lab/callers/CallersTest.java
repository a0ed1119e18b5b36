package dev.newsfan.lab.callers;

import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.SseReader;
import dev.newsfan.lab.LabProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class CallersTest {

    @TestHTTPResource
    URI service;

    private List<SseReader.Event> send(String query) throws IOException {
        try (SseReader crowd = new SseReader(service, "/lab/callers?" + query)) {
            await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);
            return List.copyOf(crowd.events());
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class TheLine {

        @Test
        void beginsWhereThereAreNoMoreWorkerThreads() throws IOException {
            int callers = LabProfile.WORKERS + 4;
            // The threads of the pool start with the first callers, which takes time of its own.
            send("mode=sync&seconds=0.1&callers=" + callers);

            List<SseReader.Event> events = send("mode=sync&seconds=0.5&callers=" + callers);

            JsonPath start = events.getFirst().data();
            JsonPath summary = events.getLast().data();
            assertThat(start.getInt("line_begins_at")).isEqualTo(LabProfile.WORKERS);
            assertThat(start.getDouble("predicted.total_time")).isEqualTo(1);
            assertThat(start.getInt("predicted.waited_in_line")).isEqualTo(4);
            assertThat(summary.getInt("measured.waited_in_line")).isEqualTo(4);
            assertThat(summary.getInt("failed")).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"async", "virtual"})
        void isNowhereInTheOtherModes(String mode) throws IOException {
            int callers = 5 * LabProfile.WORKERS;
            List<SseReader.Event> events = send("seconds=0.5&callers=" + callers + "&mode=" + mode);

            JsonPath summary = events.getLast().data();
            assertThat(events.getFirst().data().<Object>get("line_begins_at")).isNull();
            assertThat(summary.getInt("measured.waited_in_line")).isZero();
            assertThat(summary.getDouble("slowest")).isLessThan(1.8 * summary.getDouble("fastest"));
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class TheStream {

        @Test
        void beginsWithWhoIsSent() throws IOException {
            SseReader.Event start = send("mode=virtual&seconds=0.1&callers=2").getFirst();

            assertThat(start.name()).isEqualTo("callers");
            assertThat(start.data().getMap("").keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "mode", "callers", "seconds", "worker_threads", "line_begins_at", "predicted");
        }

        @Test
        void tellsOfEachWhoIsBack() throws IOException {
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

        @ParameterizedTest
        @CsvSource({
            "callers=0,     callers, 'a whole number from 1 to 1,000.'",
            "callers=1001,  callers, 'a whole number from 1 to 1,000.'",
            "seconds=11,    seconds, a number from 0.1 to 10.",
            "seconds=0.09,  seconds, a number from 0.1 to 10.",
            "mode=fast,     mode,    'sync, async, virtual.'",
        })
        void doesNotBeginWithAWrongParameter(String query, String parameter, String allowed) {
            JsonPath problem = problem(get("/lab/callers?" + query), 400);

            assertThat(problem.getString("parameter")).isEqualTo(parameter);
            assertThat(problem.getString("detail")).endsWith("; allowed: " + allowed);
        }
    }

    @Test
    void oneCrowdGoesAtATimeUntilWhoSendsItLeaves() throws IOException {
        try (SseReader crowd = new SseReader(service, "/lab/callers?mode=async&seconds=10&callers=2")) {
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> crowd.names().contains("callers"));

            Response refusal = get("/lab/callers?mode=async&seconds=0.1&callers=1");

            assertThat(problem(refusal, 503).getString("detail")).startsWith("Other callers are on their way");
            assertThat(refusal.header("Retry-After")).isEqualTo("1");
        }
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(send("mode=async&seconds=0.1&callers=1"))
                        .extracting(SseReader.Event::name)
                        .containsExactly("callers", "returned", "summary"));
    }
}
