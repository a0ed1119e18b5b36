package dev.newsfan.lab;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class LabAdmissionTest {

    @TestHTTPResource
    URI service;

    private final List<SseReader> visitors = new ArrayList<>();

    private void begin(String experiment, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            visitors.add(new SseReader(service, experiment));
        }
        ExperimentsAtWork.awaitNumber(times);
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (SseReader visitor : visitors) {
            visitor.close();
        }
        ExperimentsAtWork.awaitNumber(0);
    }

    @Nested
    @TestProfile(LabProfile.class)
    class AFullLab {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/lab/sync/wait?seconds=10",
                    "/lab/async/wait?seconds=10",
                    "/lab/virtual/wait?seconds=10",
                    "/lab/sync/gather?seconds=10",
                    "/lab/heartbeat"
                })
        void letsNobodyElseIn(String experiment) throws IOException {
            begin(experiment, LabProfile.LIMIT);

            Response refusal = get("/lab/step/three");

            assertThat(problem(refusal, 503).getString("detail"))
                    .isEqualTo("The lab runs 3 experiments, as many as newsfan.lab.limit lets it; try again in 1 s.");
            assertThat(refusal.header("Retry-After")).isEqualTo("1");
            assertThat(visitors).noneMatch(SseReader::ended);
        }

        @Test
        void isNotOpenedByAGuessedSecret() throws IOException {
            begin("/lab/heartbeat", LabProfile.LIMIT);

            problem(given().header("Newsfan-Loopback-Secret", "open sesame").get("/lab/step/three"), 503);
        }

        @Test
        void stillPredicts() throws IOException {
            begin("/lab/heartbeat", LabProfile.LIMIT);

            json(get("/lab/predictions/gather"), 200);
        }

        @Test
        void doesNotHinderTheNews() throws IOException {
            begin("/lab/heartbeat", LabProfile.LIMIT);

            json(get("/sources"), 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whatAClientOfTheLabAsksNeedsNoPermit(String client) throws IOException {
        begin("/lab/heartbeat", LabProfile.LIMIT - 1);

        json(get("/lab/clients?calls=5&client=" + client), 200);
    }

    @Test
    void anExperimentCountsAsOneHoweverMuchItAsks() throws IOException {
        begin("/lab/heartbeat", LabProfile.LIMIT - 1);
        try (SseReader crowd = new SseReader(service, "/lab/callers?mode=async&callers=50&seconds=0.1")) {
            await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);

            assertThat(crowd.events().getLast().data().getInt("failed")).isZero();
        }
    }
}
