package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class LabDoorTest {

    private static final String BUSY =
            "The lab runs 3 experiments, as many as newsfan.lab.limit lets it; try again in 1 s.";

    @TestHTTPResource
    URI service;

    @AfterEach
    void everybodyIsOut() {
        AtWork.awaitExperiments(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lab/sync/wait?seconds=10",
                "/lab/async/wait?seconds=10",
                "/lab/virtual/wait?seconds=10",
                "/lab/heartbeat"
            })
    void asManyExperimentsRunAsMayAndNoMore(String experiment) throws IOException {
        try (SseReader one = new SseReader(service, experiment);
                SseReader two = new SseReader(service, experiment);
                SseReader three = new SseReader(service, experiment)) {
            AtWork.awaitExperiments(3);
            get("/lab/step/three")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("detail", equalTo(BUSY));
            assertThat(List.of(one.ended(), two.ended(), three.ended())).containsOnly(false);
        }
    }

    @Test
    void anExperimentCountsAsOneHoweverMuchItAsksOfTheService() throws IOException {
        try (SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader crowd = new SseReader(service, "/lab/callers?mode=async&callers=50&seconds=0.1")) {
            await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);
            assertThat(crowd.events().getLast().data().getInt("failed")).isZero();
        }
    }

    @Test
    void aGuessedSecretOpensNothing() throws IOException {
        try (SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader _ = new SseReader(service, "/lab/heartbeat")) {
            AtWork.awaitExperiments(3);
            given().header("Newsfan-Lab-Secret", "open sesame")
                    .get("/lab/step/three")
                    .then()
                    .statusCode(503);
        }
    }

    @Test
    void theNewsComesAllTheSame() throws IOException {
        try (SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader _ = new SseReader(service, "/lab/heartbeat");
                SseReader _ = new SseReader(service, "/lab/heartbeat")) {
            AtWork.awaitExperiments(3);
            get("/sources").then().statusCode(200);
        }
    }

    @Test
    void thereIsNoSuchStep() {
        get("/lab/step/six").then().statusCode(404).contentType("application/problem+json");
    }
}
