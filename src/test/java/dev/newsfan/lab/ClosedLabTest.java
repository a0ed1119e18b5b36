package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
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
                "/lab/./sync/wait",
                "/%6cab/sync/wait",
                "/lab;x=1/sync/wait",
                "/lab/wrong",
                "/lab/heartbeat",
                "/lab/no-such-thing",
            })
    void nothingOfItIsThere(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lab", "/lab/sync/wait"})
    void itSaysHowToOpenIt(String path) {
        get(path).then().body("detail", equalTo("There is no lab here: newsfan.lab.enabled=true opens it."));
    }
}
