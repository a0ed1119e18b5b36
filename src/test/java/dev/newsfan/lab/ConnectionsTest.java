package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class ConnectionsTest {

    private static JsonPath call(String query) {
        return get("/lab/connections?" + query)
                .then()
                .statusCode(200)
                .body("calls.size()", equalTo(20))
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "reuse=true,  kept,                  1,  HTTP/1.1",
        "reuse=false, new for each call,     20, HTTP/1.1",
        "http2=true,  one HTTP/2 connection, 1,  HTTP/2",
    })
    void asManyConnectionsAreOpenedAsPredicted(String query, String client, int connections, String protocol) {
        JsonPath answer = call(query);

        assertThat(answer.getString("client")).isEqualTo(client);
        assertThat(answer.getInt("predicted.connections")).isEqualTo(connections);
        assertThat(answer.getInt("measured.connections")).isEqualTo(connections);
        assertThat(answer.getList("calls.protocol")).containsOnly(protocol);
    }

    @Test
    void overHttp2TheCallsDoNotWaitForEachOther() {
        double inLine = call("reuse=true").getDouble("measured.total_time");
        double atOnce = call("http2=true").getDouble("measured.total_time");

        assertThat(inLine).isGreaterThanOrEqualTo(0.2);
        assertThat(atOnce).isLessThan(inLine);
    }

    @ParameterizedTest
    @CsvSource({
        "reuse=maybe,           reuse, 'The parameter \"reuse\" is \"maybe\"; allowed: true, false.'",
        "http2=1,               http2, 'The parameter \"http2\" is \"1\"; allowed: false, true.'",
        "http2=true&reuse=true, http2, 'The parameters \"http2\" and \"reuse\" are given together; allowed: one of them.'",
    })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String detail) {
        get("/lab/connections?" + query)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(parameter))
                .body("detail", equalTo(detail));
    }
}
