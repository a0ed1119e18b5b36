package dev.newsfan.lab.clients;

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
class ClientsTest {

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void aRunTellsWhatACallTookBesideARoundTrip(String client) {
        JsonPath answer = json(get("/lab/clients?calls=20&client=" + client), 200);

        assertThat(answer.getString("client")).isEqualTo(client);
        assertThat(answer.getInt("calls")).isEqualTo(20);
        long fastest = answer.getLong("measured.fastest_micros");
        long median = answer.getLong("measured.median_micros");
        long slowest = answer.getLong("measured.slowest_micros");
        assertThat(fastest).isPositive().isLessThanOrEqualTo(median);
        assertThat(median).isLessThanOrEqualTo(slowest);
        // The total is in milliseconds, and each call in microseconds.
        assertThat(answer.getDouble("measured.total_time")).isGreaterThan(20 * fastest / 1e6 - 0.002);
        assertThat(answer.getLong("predicted.median_micros")).isPositive();
        // Half of the calls took the median at least.
        assertThat(answer.getDouble("predicted.total_time"))
                .isGreaterThan(10 * answer.getLong("predicted.median_micros") / 1e6 - 0.002);
        assertThat(answer.getMap("predicted"))
                .containsEntry("fastest_micros", null)
                .containsEntry("slowest_micros", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void oneEventLoopAsksAndAnswers(String client) {
        JsonPath answer = json(get("/lab/clients?calls=1&client=" + client), 200);

        assertThat(answer.getString("thread")).startsWith("vert.x-eventloop-thread-");
        assertThat(answer.getString("peer_thread")).isEqualTo(answer.getString("thread"));
    }

    @Test
    void threeHundredCallsByTheRestClientAreUsual() {
        JsonPath answer = json(get("/lab/clients"), 200);

        assertThat(answer.getString("client")).isEqualTo("rest");
        assertThat(answer.getInt("calls")).isEqualTo(300);
    }

    @Test
    void thePeerAnswersWithFourKilobytes() {
        assertThat(json(get("/lab/clients/peer"), 200).getList("articles")).hasSize(20);
        assertThat(get("/lab/clients/peer").asByteArray()).hasSizeBetween(4000, 4200);
    }

    @ParameterizedTest
    @CsvSource({
        "client=jdk,  client, 'The parameter \"client\" is \"jdk\"; allowed: rest, vertx.'",
        "calls=0,     calls,  'The parameter \"calls\" is \"0\"; allowed: a whole number from 1 to 2,000.'",
        "calls=2001,  calls,  'The parameter \"calls\" is \"2001\"; allowed: a whole number from 1 to 2,000.'",
        "call=1,      call,   'There is no parameter \"call\"; allowed: client, calls.'",
    })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String detail) {
        JsonPath problem = problem(get("/lab/clients?" + query), 400);

        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(problem.getString("detail")).isEqualTo(detail);
    }
}
