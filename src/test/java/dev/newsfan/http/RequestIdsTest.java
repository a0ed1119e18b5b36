package dev.newsfan.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.api.RawUpstream;
import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepListener;
import dev.newsfan.timeline.Steps;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer names its request. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class RequestIdsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String ANOTHER = "0af7651916cd43dd8448eb211c80319c";

    /** Knows some requests by another id, as what exports their traces may. */
    @Singleton
    static class Exporter implements StepListener {

        @Override
        public Step begin(Arrival arrival) {
            boolean known = arrival.tracestate().filter("test=exported"::equals).isPresent();
            return known ? Steps.request(ANOTHER, List.of()) : Step.NONE;
        }
    }

    @TestHTTPResource
    URI service;

    RawUpstream raw;

    @BeforeEach
    void answerAtOnce() {
        raw.answerFeed();
    }

    private static RequestSpecification traced() {
        return given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,     /,                                    200
            GET,     /js/nothing.js,                       404
            GET,     /nothing,                             404
            GET,     /sources,                             200
            HEAD,    /sources,                             200
            POST,    /sources,                             405
            OPTIONS, /sources,                             200
            GET,     /async-news?limit=0,                  400
            GET,     /race?modes=nobody,                   400
            GET,     /race?modes=async&sources=raw,        200
            GET,     /stream-news?sources=raw,             200
            GET,     /feed.atom?sources=raw,               200
            GET,     /feed.atom?sources=refused,           502
            GET,     /lab/async/wait,                      404
            """)
    void anAnswerHasTheIdOfItsCallersTrace(String method, String path, int status) {
        Response answer = traced().request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues(RequestIds.HEADER)).containsExactly(TRACE);
        if (answer.contentType().startsWith(Problem.MEDIA_TYPE)) {
            assertThat(answer.jsonPath().getString("trace_id")).isEqualTo(TRACE);
        }
    }

    @Test
    void eachRequestHasAnotherIfItsCallerHasNone() {
        String first = given().get("/sources").header(RequestIds.HEADER);
        String second =
                given().header("traceparent", "00-no-trace-01").get("/sources").header(RequestIds.HEADER);

        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(second).matches("[0-9a-f]{32}").isNotEqualTo(first);
    }

    @Test
    void theIdIsThatByWhichATraceIsExported() {
        Response answer = traced().header("tracestate", "test=exported").get("/async-news?limit=0");

        assertThat(answer.header(RequestIds.HEADER)).isEqualTo(ANOTHER);
        assertThat(answer.jsonPath().getString("trace_id")).isEqualTo(ANOTHER);
    }

    /** Neither of them gets as far as the resources. */
    @ParameterizedTest
    @ValueSource(
            strings = {"GET /async-news?q=%zz HTTP/1.1\r\nHost: localhost", "GET /async-news HTTP/1.1\r\nHost: a b"})
    void anAnswerToWhatCantBeReadHasItToo(String request) throws IOException {
        try (Socket caller = new Socket(service.getHost(), service.getPort())) {
            caller.getOutputStream()
                    .write((request + "\r\ntraceparent: 00-" + TRACE
                                    + "-00f067aa0ba902b7-01\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("\r\nTrace-Id: " + TRACE + "\r\n")
                    .contains("\"trace_id\":\"" + TRACE + '"');
        }
    }

    @Test
    void anAnswerThatIsTheSameAsBeforeHasItAsWell() {
        String tag = given().get("/async-news?sources=raw").header("ETag");

        Response same = traced().header("If-None-Match", tag).get("/async-news?sources=raw");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header(RequestIds.HEADER)).isEqualTo(TRACE);
        assertThat(same.header("Cache-Control")).startsWith("max-age=");
    }

    /** One that begins within the one before it would, after some of them, leave no stack for anybody. */
    @Test
    void eachOfManyThatAreSentAtOnceIsAnswered() throws IOException {
        int many = 2000;
        try (Socket caller = new Socket(service.getHost(), service.getPort())) {
            String one = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String last = "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            caller.getOutputStream().write((one.repeat(many - 1) + last).getBytes(StandardCharsets.US_ASCII));
            String answers = new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(Pattern.compile("HTTP/1.1 404").matcher(answers).results())
                    .hasSize(many);
        }
    }
}
