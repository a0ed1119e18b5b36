package dev.newsfan.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer says once whether it may be used again. */
@QuarkusTest
class CacheRulesTest {

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @CsvSource(textBlock = """
            /,                                          200, no-cache
            /lab.html,                                  200, no-cache
            /js/main.js,                                200, no-cache
            /modes/SyncMode.java,                       200, no-cache
            /js/nothing.js,                             404, no-store
            /nothing,                                   404, no-store
            /sources,                                   200, no-store
            /async-news?limit=0,                        400, no-store
            /race?modes=nobody,                         400, no-store
            /race?modes=async&sources=world-wire,       200, no-store
            /stream-news?sources=world-wire,            200, no-store
            /lab/async/wait?seconds=0.001,              200, no-store
            /lab/async/wait?seconds=never,              400, no-store
            /q/openapi,                                 200, no-cache
            /q/metrics,                                 200, no-cache
            /q/health,                                  200, no-store
            /q/swagger-ui/,                             200, no-cache
            """)
    void anAnswerSaysWhetherItMayBeKept(String path, int status, String rule) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /,                    200, no-cache
            /sources,             200, no-store
            /async-news?limit=0,  400, no-store
            /nothing,             404, no-store
            """)
    void aHeadSaysTheSame(String path, int status, String rule) {
        Response answer = given().head(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async-news?q=%zz", "/%zz"})
    void anAddressThatIsNoUriIsNotKept(String address) throws IOException {
        try (Socket caller = new Socket(service.getHost(), service.getPort())) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400 ");
            assertThat(answer.lines())
                    .filteredOn(line -> line.toLowerCase(Locale.ROOT).startsWith("cache-control"))
                    .singleElement()
                    .asString()
                    .endsWith(": no-store");
        }
    }
}
