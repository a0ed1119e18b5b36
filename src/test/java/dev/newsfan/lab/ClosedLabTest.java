package dev.newsfan.lab;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ClosedLabTest.Closed.class)
class ClosedLabTest {

    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("newsfan.lab.enabled", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lab",
                "/lab/",
                "/lab.html",
                "/lab/sync/wait",
                "/lab/async/wait?seconds=1",
                "//lab/sync/wait",
                "/x/../lab/sync/wait",
                "/x;y=1/../lab/sync/wait",
                "/lab/./sync/wait",
                "/%6cab/sync/wait",
                "/lab;x=1",
                "/lab;x=1/sync/wait",
                "/lab;/sync/wait",
                "/lab%2Fsync;x=1/wait",
                "/lab%2fsync%2fwait;x=1",
                "/lab%3Bx=1/sync/wait",
                "/lab/sync/wait;x=1",
                "/;x=1/lab/sync/wait",
                "/;/lab/sync/wait",
                "/%2Flab;x=1/sync/wait",
                "/.;x=1/lab/sync/wait",
                "/x;y=1/%2e%2e/lab/sync/wait",
                "/lab/wrong",
                "/lab/heartbeat",
                "/lab/predictions/gather",
                "/lab/no-such-thing",
            })
    void nothingOfItIsThere(String path) {
        problem(given().urlEncodingEnabled(false).get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lab", "/lab/sync/wait", "/lab/predictions/gather"})
    void itSaysHowToOpenIt(String path) {
        assertThat(problem(get(path), 404).getString("detail"))
                .isEqualTo("There is no lab here: newsfan.lab.enabled=true opens it.");
    }

    @Test
    void theRestOfTheServiceIsOpen() {
        assertThat(json(get("/sources"), 200).getBoolean("lab")).isFalse();
    }
}
