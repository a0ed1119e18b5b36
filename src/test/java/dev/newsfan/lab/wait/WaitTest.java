package dev.newsfan.lab.wait;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class WaitTest {

    @Nested
    @TestProfile(LabProfile.class)
    class AnAnswer {

        @ParameterizedTest
        @CsvSource({"sync, executor-thread-", "async, vert.x-eventloop-thread-", "virtual, quarkus-virtual-thread-"})
        void comesAfterTheWaitWithWhatWasTold(String mode, String thread) {
            Response answer = given().queryParam("question", "Why?")
                    .queryParam("user_name", "Ada")
                    .queryParam("seconds", "0.15")
                    .get("/lab/" + mode + "/wait");

            JsonPath wait = json(answer, 200);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(wait.getString("mode")).isEqualTo(mode);
            assertThat(wait.getString("result")).isEqualTo("ok");
            assertThat(wait.getString("question")).isEqualTo("Why?");
            assertThat(wait.getString("user_name")).isEqualTo("Ada");
            assertThat(wait.getString("message")).startsWith(mode + ": ");
            assertThat(wait.getString("thread")).startsWith(thread);
            assertThat(wait.getDouble("predicted.total_time")).isEqualTo(0.15);
            assertThat(wait.getDouble("measured.total_time")).isGreaterThanOrEqualTo(0.149);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sync", "async", "virtual"})
        void hasNullForWhatIsNotGiven(String mode) {
            JsonPath wait = json(get("/lab/" + mode + "/wait?seconds=0.001"), 200);

            assertThat(wait.getMap("")).containsEntry("question", null).containsEntry("user_name", null);
        }
    }

    @Nested
    @TestProfile(LabProfile.class)
    class AWrongParameter {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "seconds=0       | seconds | The parameter \"seconds\" is \"0\"; allowed: a number from 0.001 to 10.",
                    "seconds=0.0009  | seconds | The parameter \"seconds\" is \"0.0009\"; allowed: a number from 0.001 to 10.",
                    "seconds=10.001  | seconds | The parameter \"seconds\" is \"10.001\"; allowed: a number from 0.001 to 10.",
                    "seconds=-1      | seconds | The parameter \"seconds\" is \"-1\"; allowed: a number from 0.001 to 10.",
                    "seconds=1e1     | seconds | The parameter \"seconds\" is \"1e1\"; allowed: a number from 0.001 to 10.",
                    "seconds=two     | seconds | The parameter \"seconds\" is \"two\"; allowed: a number from 0.001 to 10.",
                    "seconds=        | seconds | The parameter \"seconds\" is \"\"; allowed: a number from 0.001 to 10.",
                    "second=1        | second  | There is no parameter \"second\"; allowed: seconds, question, user_name.",
                })
        void isNamedWithWhatIsAllowed(String query, String parameter, String detail) {
            for (String mode : List.of("sync", "async", "virtual")) {
                JsonPath problem = problem(get("/lab/" + mode + "/wait?" + query), 400);

                assertThat(problem.getString("parameter")).isEqualTo(parameter);
                assertThat(problem.getString("detail")).isEqualTo(detail);
            }
        }

        @Test
        void mayBeALongText() {
            Response answer = given().queryParam("question", "?".repeat(201)).get("/lab/async/wait?seconds=0.001");

            assertThat(problem(answer, 400).getString("detail"))
                    .isEqualTo("The parameter \"question\" has 201 characters; allowed: 0 to 200.");
        }
    }

    @Test
    void anUnknownModeLeadsNowhere() {
        problem(get("/lab/fast/wait"), 404);
    }
}
