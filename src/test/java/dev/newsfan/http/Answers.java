package dev.newsfan.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

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
        assertThat(problem.getString("trace_id")).isNotNull().isEqualTo(answer.header(RequestIds.HEADER));
        return problem;
    }

    /** The document that describes the service to programs. */
    public static JsonPath openApi() {
        Response answer = given().get("/q/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/yaml");
        try {
            return JsonPath.from(new YAMLMapper().readTree(answer.asByteArray()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
