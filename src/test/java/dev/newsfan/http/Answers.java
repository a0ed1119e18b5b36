package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The service's answers as tests take them: the status first, and then what is in them. */
public final class Answers {

    private Answers() {}

    /** What is in an answer that must have this status. */
    public static JsonPath json(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }

    /** What is in an answer that must have this status and be a problem of RFC 9457. */
    public static JsonPath problem(Response answer, int status) {
        JsonPath problem = json(answer, status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        return problem;
    }
}
