package dev.newsfan.lab.connections;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class ConnectionsTest {

    private static JsonPath call(String query) {
        JsonPath answer = json(get("/lab/connections?" + query), 200);
        assertThat(answer.getList("calls")).hasSize(20);
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "reuse=true,  kept,                  in line, 1,  HTTP/1.1",
        "reuse=false, new for each call,     in line, 20, HTTP/1.1",
        "http2=true,  one HTTP/2 connection, at once, 1,  HTTP/2",
    })
    void asManyAreOpenedAsPredicted(String query, String client, String order, int connections, String protocol) {
        JsonPath answer = call(query);

        assertThat(answer.getString("client")).isEqualTo(client);
        assertThat(answer.getString("order")).isEqualTo(order);
        assertThat(answer.getInt("predicted.connections")).isEqualTo(connections);
        assertThat(answer.getInt("measured.connections")).isEqualTo(connections);
        assertThat(answer.getList("calls.protocol")).containsOnly(protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reuse=true", "reuse=false", "http2=true"})
    void theCallsComeInTheOrderInWhichTheyBegan(String query) {
        assertThat(call(query).getList("calls.started", Float.class)).isSorted();
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
        JsonPath problem = problem(get("/lab/connections?" + query), 400);

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(problem.getString("detail")).isEqualTo(detail);
    }
}
