package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request has its line when it is over. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class AccessLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TestHTTPResource
    URI service;

    RawUpstream raw;
    private LogLines lines;

    @BeforeEach
    void listen() {
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        lines = LogLines.of("dev.newsfan.access");
    }

    @AfterEach
    void stop() {
        lines.close();
    }

    private static Response ask(String path) {
        return given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .urlEncodingEnabled(false)
                .get(path);
    }

    private String get(String path) {
        ask(path);
        return theLine();
    }

    /** It comes when the last byte has been written, which the caller may have read by then. */
    private String theLine() {
        await().until(() -> !lines.lines().isEmpty());
        assertThat(lines.lines()).hasSize(1);
        return lines.lines().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void tellsHowTheNewsWent(String mode) {
        Response answer = ask("/" + mode + "-news?sources=raw,refused&q=s3cret");
        List<String> outcomes = answer.jsonPath().getList("sources.outcome");

        assertThat(outcomes).hasSize(2);
        assertThat(theLine())
                .matches("trace_id=" + TRACE + " method=GET path=/" + mode + "-news mode=" + mode + " status="
                        + answer.statusCode() + " seconds=[0-9]+\\.[0-9]{3} bytes=[1-9][0-9]*"
                        + Stream.of("ok", "timeout", "error", "skipped")
                                .map(outcome -> " " + outcome + "=" + Collections.frequency(outcomes, outcome))
                                .collect(Collectors.joining())
                        + " stale=0 gone=false");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /async-news?limit=0,                 /async-news,  async,      400
            /race?modes=nobody,                  /race,        -,          400
            /race?modes=async&sources=raw,       /race,        async,      200
            '/race?modes=async,sync&sources=raw', /race,        -,          200
            /stream-news?sources=raw,            /stream-news, async,      200
            /sources,                            /sources,     -,          200
            /nothing?key=s3cret,                 /nothing,     -,          404
            /js/nothing.js,                      /js/nothing.js, -,        404
            """)
    void tellsOfTheOthersToo(String address, String path, String mode, int status) {
        assertThat(get(address))
                .startsWith("trace_id=" + TRACE + " method=GET path=" + path + " mode=" + mode + " status=" + status)
                .doesNotContain("s3cret", "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/main.js", "/q/health", "/q/metrics"})
    void saysNothingOfFilesAndOfWhatIsForOperators(String path) {
        given().get(path);

        assertThat(get("/sources")).contains(" path=/sources ");
    }

    @ParameterizedTest
    @CsvSource({"/a|b, a b", "/%zz, localhost"})
    void tellsOfWhatCantBeReadInOneLine(String path, String host) throws IOException {
        try (Socket caller = new Socket(service.getHost(), service.getPort())) {
            caller.getOutputStream()
                    .write(("GET " + path + "?key=s3cret HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().readAllBytes();
        }

        assertThat(theLine()).contains(" path=" + path + " mode=- status=400 ").doesNotContain("s3cret");
    }

    @Test
    void tellsThatACallerHasGone() throws IOException {
        raw.stall();
        int before = raw.requests();
        try (Socket caller = new Socket(service.getHost(), service.getPort())) {
            caller.getOutputStream()
                    .write("GET /async-news?sources=raw HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(raw::requests, requests -> requests > before);
        }

        assertThat(theLine()).contains(" mode=async status=- ").endsWith(" gone=true");
    }
}
