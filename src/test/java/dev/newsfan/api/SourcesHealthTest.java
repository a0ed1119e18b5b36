package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the sources fare can be seen where the service's health is, and changes nothing of that. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class SourcesHealthTest {

    private static Map<String, Object> data(String path) {
        return json(given().get(path), 200).getMap("checks.find { it.name == 'sources' }.data");
    }

    @Test
    void showsASourceThatFailsAndStaysUp() {
        given().get("/async-news?sources=refused");

        var health = json(given().get("/q/health"), 200);

        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getString("checks.find { it.name == 'sources' }.status"))
                .isEqualTo("UP");
        assertThat(data("/q/health"))
                .containsEntry("refused.last", "error")
                .containsEntry("refused.code", "not_connected")
                .containsEntry("refused.breaker", "closed")
                .containsEntry("refused.calls_waiting", 0)
                .containsKeys("refused.last_at", "refused.last_ms", "raw.breaker", "world-wire.breaker");
    }

    @Test
    void showsNoSecret() {
        given().get("/async-news?sources=hasty");

        assertThat(given().get("/q/health").asString()).contains("hasty.").doesNotContain(ContractProfile.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/live"})
    void noProbeAsksForIt(String path) {
        assertThat(json(given().get(path), 200).getList("checks.name")).doesNotContain("sources");
    }
}
