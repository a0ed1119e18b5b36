package dev.newsfan.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers with which the browser is told what the page may do. */
@QuarkusTest
class SecurityHeadersTest {

    private static final String POLICY = "Content-Security-Policy";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/modes/SyncMode.java", "/sources"})
    void areOnPageCodeAndData(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(POLICY)).contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void allowNothingInline() {
        assertThat(given().get("/").header(POLICY)).doesNotContain("unsafe-inline");
    }

    @Test
    void leaveSwaggerUiAlone() {
        assertThat(given().get("/q/swagger-ui/").header(POLICY)).isNull();
    }
}
