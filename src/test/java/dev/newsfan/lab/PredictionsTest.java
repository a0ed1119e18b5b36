package dev.newsfan.lab;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class PredictionsTest {

    @TestHTTPResource
    URI service;

    private static JsonPath predict(String experimentAndFields) {
        return json(get("/lab/predictions/" + experimentAndFields), 200);
    }

    /** The bars of a variant, each as {@code name from length}. */
    private static List<String> bars(JsonPath prediction, String variant) {
        String bars = "variants.find { it.variant == '" + variant + "' }.bars";
        return prediction.<Map<String, Object>>getList(bars).stream()
                .map(bar -> bar.get("name") + " " + bar.get("from") + " " + bar.get("length"))
                .toList();
    }

    @Nested
    @TestProfile(LabProfile.class)
    class OfTasks {

        @Test
        void areOneAfterAnotherInLineAndTogetherAtOnce() {
            JsonPath prediction = predict("gather?seconds=0.5&user_name=Grace");

            assertThat(prediction.getString("experiment")).isEqualTo("gather");
            assertThat(prediction.getList("variants.variant")).containsExactly("sync", "async", "virtual");
            assertThat(prediction.getList("variants.total_time")).containsExactly(3.0f, 1.5f, 1.5f);
            assertThat(bars(prediction, "sync")).containsExactly("GraceA 0.0 0.5", "GraceB 0.5 1.0", "GraceC 1.5 1.5");
            for (String mode : List.of("async", "virtual")) {
                assertThat(bars(prediction, mode))
                        .containsExactly("GraceA 0.0 0.5", "GraceB 0.0 1.0", "GraceC 0.0 1.5");
            }
        }

        @Test
        void endInLineWithTheFirstThatNobodyKnows() {
            JsonPath prediction = predict("fan-out");

            assertThat(prediction.getList("variants.total_time")).containsOnlyNulls();
            assertThat(bars(prediction, "sync"))
                    .containsExactly(
                            "/lab/step/one 0.0 0.3",
                            "/lab/step/two 0.3 0.4",
                            "/lab/step/six null null",
                            external("/news null null"),
                            external("/moved null null"),
                            "http://localhost:1/refused null null");
            assertThat(bars(prediction, "async")).startsWith("/lab/step/one 0.0 0.3", "/lab/step/two 0.0 0.4");
        }

        private String external(String end) {
            return bars(predict("fan-out"), "sync").stream()
                    .filter(bar -> bar.endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void areTheFileAndTheWork() {
            assertThat(bars(predict("file"), "sync")).containsExactly("file 0.0 2.0", "work 2.0 1.0");
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class OfManyCallers {

        @Test
        void areStairsWhereALineBegins() {
            JsonPath prediction = predict("callers?callers=16&seconds=0.3");

            assertThat(prediction.getMap("variants[0]"))
                    .contains(
                            entry("variant", "sync"),
                            entry("total_time", 0.9f),
                            entry("waited_in_line", 16 - LabProfile.WORKERS),
                            entry("line_begins_at", LabProfile.WORKERS));
            assertThat(prediction.getList("variants[0].bars.rows")).containsExactly(6, 6, 4);
            assertThat(prediction.getList("variants[0].bars.from")).containsOnly(0.0f);
            assertThat(prediction.getList("variants[0].bars.length")).containsExactly(0.3f, 0.6f, 0.9f);
        }

        @Test
        void areOneStepWhereNobodyStandsInLine() {
            JsonPath prediction = predict("callers?callers=16&seconds=0.3");

            assertThat(prediction.getList("variants.line_begins_at")).containsExactly(LabProfile.WORKERS, null, null);
            assertThat(prediction.getList("variants[1].bars.rows")).containsExactly(16);
            assertThat(prediction.getList("variants[2].bars.length")).containsExactly(0.3f);
        }

        @Test
        void haveNoRowsForASingleCaller() {
            assertThat(predict("callers?callers=1").getMap("variants[0].bars[0]"))
                    .containsOnly(entry("from", 0.0f), entry("length", 1.0f));
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class OfTheOthers {

        @Test
        void nameTheCellsOfTheMatrix() {
            JsonPath prediction = predict("matrix?seconds=0.2");

            assertThat(prediction.getList("variants.variant")).containsExactly("matrix");
            assertThat(prediction.getFloat("variants[0].total_time")).isEqualTo(0.6f);
            assertThat(bars(prediction, "matrix"))
                    .containsExactly(
                            "worker thread, in line 0.0 0.6",
                            "worker thread, at once 0.0 0.2",
                            "event loop, in line 0.0 0.6",
                            "event loop, at once 0.0 0.2",
                            "virtual thread, in line 0.0 0.6",
                            "virtual thread, at once 0.0 0.2");
        }

        @Test
        void knowHowLongALoopStandsStill() {
            JsonPath prediction = predict("loops?seconds=2");

            assertThat(prediction.getList("variants.variant")).containsExactly("wrong", "right");
            assertThat(prediction.getList("variants.longest_pause")).containsExactly(2.05f, 0.1f);
            assertThat(bars(prediction, "wrong")).containsExactly("null 0.0 2.0");
        }

        @Test
        void knowNothingOfComputingBeforeItsSample() {
            JsonPath prediction = predict("cpu");

            assertThat(prediction.getList("variants.variant")).containsExactly("on-loop", "offloaded", "virtual");
            assertThat(prediction.getList("variants.total_time")).containsOnlyNulls();
            assertThat(bars(prediction, "virtual")).containsExactly("null null null");
        }

        @Test
        void knowNoRoundTripBeforeItsSample() {
            JsonPath prediction = predict("clients?calls=5");

            assertThat(prediction.getList("variants.variant")).containsExactly("rest", "vertx");
            assertThat(prediction.getList("variants.total_time")).containsOnlyNulls();
            assertThat(prediction.getList("variants.median_micros")).containsOnlyNulls();
            assertThat(bars(prediction, "rest")).containsExactly("null null null");
        }

        @Test
        void knowWhatASecondCallIsWorth() {
            JsonPath prediction = predict("hedging?calls=200");

            assertThat(prediction.getList("variants.variant")).containsExactly("plain", "hedged");
            assertThat(prediction.getList("variants.total_time")).containsExactly(1.45f, 1.1f);
            assertThat(prediction.getList("variants.p50")).containsExactly(0.05f, 0.05f);
            assertThat(prediction.getList("variants.p95")).containsOnlyNulls();
            assertThat(prediction.getList("variants.p99")).containsExactly(0.5f, 0.15f);
            assertThat(prediction.getList("variants.calls_made")).containsExactly(200, 210);
        }

        @Test
        void countTheConnections() {
            JsonPath prediction = predict("connections");

            assertThat(prediction.getList("variants.variant")).containsExactly("kept", "new", "http2");
            assertThat(prediction.getList("variants.connections")).containsExactly(1, 20, 1);
            assertThat(prediction.getList("variants.total_time")).containsExactly(0.2f, 0.2f, 0.01f);
            assertThat(prediction.getMap("variants[0].bars[0]"))
                    .containsOnly(entry("rows", 20), entry("from", 0.0f), entry("length", 0.2f));
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class AndTheRunItself {

        @ParameterizedTest
        @CsvSource({
            "wait?seconds=0.01,        virtual, /lab/virtual/wait?seconds=0.01",
            "matrix?seconds=0.01,      matrix,  /lab/matrix?seconds=0.01",
            "gather?seconds=0.01,      async,   /lab/async/gather?seconds=0.01",
            "fan-out,                  async,   /lab/async/fan-out",
            "loops?seconds=0.01,       wrong,   /lab/wrong?seconds=0.01",
            "loops?seconds=0.01,       right,   /lab/right?seconds=0.01",
            "file?seconds=0.01,        sync,    /lab/sync/file?seconds=0.01",
            "connections,              new,     /lab/connections?reuse=false",
            "connections?reuse=false,  http2,   /lab/connections?http2=true",
            "hedging?calls=20,         hedged,  /lab/hedging?calls=20&hedged=true",
        })
        void predictTheSame(String prediction, String variant, String run) {
            Map<String, Object> predicted =
                    new HashMap<>(predict(prediction).getMap("variants.find { it.variant == '" + variant + "' }"));
            predicted.keySet().removeAll(List.of("variant", "bars"));

            assertThat(json(get(run), 200).getMap("predicted")).isEqualTo(predicted);
        }

        @Test
        void predictTheSameOfManyCallers() throws IOException {
            String fields = "?callers=8&seconds=0.1";
            try (SseReader crowd = new SseReader(service, "/lab/callers" + fields + "&mode=sync")) {
                await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);
                Map<String, Object> predicted =
                        new HashMap<>(predict("callers" + fields).getMap("variants[0]"));
                predicted.keySet().removeAll(List.of("variant", "bars", "line_begins_at"));

                assertThat(crowd.events().getFirst().data().getMap("predicted")).isEqualTo(predicted);
                assertThat(crowd.events().getLast().data().getMap("predicted")).isEqualTo(predicted);
            }
        }

        /** So that all of a problem is the same. */
        private static RequestSpecification inOneTrace() {
            return given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        }

        @ParameterizedTest
        @CsvSource({
            "wait?seconds=0,           /lab/sync/wait?seconds=0",
            "callers?callers=0,        /lab/callers?callers=0",
            "callers?mode=fast,        /lab/callers?mode=fast",
            "matrix?seconds=11,        /lab/matrix?seconds=11",
            "gather?user=Ada,          /lab/async/gather?user=Ada",
            "fan-out?url=http://x,     /lab/async/fan-out?url=http://x",
            "loops?seconds=,           /lab/wrong?seconds=",
            "cpu?rounds=-1,            /lab/cpu/virtual?rounds=-1",
            "file?seconds=two,         /lab/virtual/file?seconds=two",
            "connections?http2=1,      /lab/connections?http2=1",
            "connections?x=1,          /lab/connections?x=1",
            "clients?calls=0,          /lab/clients?calls=0",
            "clients?client=jdk,       /lab/clients?client=jdk",
            "hedging?calls=19,         /lab/hedging?calls=19",
        })
        void refuseTheSameFields(String prediction, String run) {
            JsonPath refused = problem(inOneTrace().get("/lab/predictions/" + prediction), 400);

            assertThat(refused.getMap(""))
                    .isEqualTo(problem(inOneTrace().get(run), 400).getMap(""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "step", "", "Gather", "gather/x"})
    void anUnknownExperimentLeadsNowhere(String experiment) {
        problem(get("/lab/predictions/" + experiment), 404);
    }
}
