package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class WaitTest {

    @ParameterizedTest
    @CsvSource({"sync, executor-thread-", "async, vert.x-eventloop-thread-", "virtual, quarkus-virtual-thread-"})
    void eachModeAnswersAfterTheWaitWithWhatItWasTold(String mode, String thread) {
        JsonPath answer = given().queryParam("question", "Why?")
                .queryParam("user_name", "Ada")
                .queryParam("seconds", "0.15")
                .get("/lab/" + mode + "/wait")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("mode", equalTo(mode))
                .body("result", equalTo("ok"))
                .body("question", equalTo("Why?"))
                .body("user_name", equalTo("Ada"))
                .body("message", startsWith(mode + ": "))
                .body("thread", startsWith(thread))
                .extract()
                .jsonPath();

        assertThat(answer.getDouble("predicted.total_time")).isEqualTo(0.15);
        assertThat(answer.getDouble("measured.total_time")).isBetween(0.149, 2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void whatIsNotGivenIsNull(String mode) {
        get("/lab/" + mode + "/wait?seconds=0.001")
                .then()
                .statusCode(200)
                .body("$", hasKey("question"))
                .body("question", nullValue())
                .body("user_name", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "seconds=0       | seconds   | The parameter \"seconds\" is \"0\"; allowed: a number from 0.001 to 10.",
                "seconds=0.0009  | seconds   | The parameter \"seconds\" is \"0.0009\"; allowed: a number from 0.001 to 10.",
                "seconds=10.001  | seconds   | The parameter \"seconds\" is \"10.001\"; allowed: a number from 0.001 to 10.",
                "seconds=-1      | seconds   | The parameter \"seconds\" is \"-1\"; allowed: a number from 0.001 to 10.",
                "seconds=1e1     | seconds   | The parameter \"seconds\" is \"1e1\"; allowed: a number from 0.001 to 10.",
                "seconds=two     | seconds   | The parameter \"seconds\" is \"two\"; allowed: a number from 0.001 to 10.",
                "seconds=        | seconds   | The parameter \"seconds\" is \"\"; allowed: a number from 0.001 to 10.",
                "second=1        | second    | There is no parameter \"second\"; allowed: seconds, question, user_name.",
            })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String detail) {
        for (String mode : new String[] {"sync", "async", "virtual"}) {
            get("/lab/" + mode + "/wait?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("parameter", equalTo(parameter))
                    .body("detail", equalTo(detail));
        }
    }

    @Test
    void aLongTextIsRefused() {
        given().queryParam("question", "?".repeat(201))
                .get("/lab/async/wait?seconds=0.001")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The parameter \"question\" has 201 characters; allowed: 0 to 200."));
    }
}
