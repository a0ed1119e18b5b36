package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiConsumer;

/** The ways in which a source fails, and what its report must say of each. */
enum SourceFault {
    REFUSED("refused", "error", "can't be connected to", (wireMock, raw) -> {}),
    RESET(
            "hasty",
            "error",
            "before its answer was complete",
            wireMock(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))),
    CLOSED_WITHOUT_ANSWER(
            "hasty",
            "error",
            "before its answer was complete",
            wireMock(aResponse().withFault(Fault.EMPTY_RESPONSE))),
    MALFORMED_CHUNKS("hasty", "error", "", wireMock(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))),
    NOT_HTTP("raw", "error", "not proper HTTP", raw(out -> {
        out.write("I'm not a web server at all\r\n\r\n".getBytes());
        throw new RawUpstream.CutOff();
    })),
    BAD_REQUEST("hasty", "error", "status 400", wireMock(json(400, "{}"))),
    UNAUTHORIZED("hasty", "error", "status 401: the API key", wireMock(json(401, "Wrong key " + ContractProfile.KEY))),
    TOO_MANY_REQUESTS("hasty", "error", "asked too often", wireMock(json(429, "{}"))),
    SERVER_ERROR(
            "hasty",
            "error",
            "status 500",
            wireMock(json(500, "java.lang.NullPointerException\n\tat a.B.c(B.java:1)"))),
    UNAVAILABLE("hasty", "error", "status 503", wireMock(json(503, "{}"))),
    REDIRECT(
            "hasty",
            "error",
            "redirect",
            wireMock(json(302, "").withHeader("Location", "?key=" + ContractProfile.KEY))),
    EMPTY("hasty", "error", "empty", wireMock(json(200, ""))),
    NO_CONTENT("hasty", "error", "empty", wireMock(aResponse().withStatus(204))),
    NOT_JSON("hasty", "error", "not JSON", wireMock(json(200, "<html>Sorry!</html>"))),
    NOT_THE_FORMAT("hasty", "error", "not in the format json-feed", wireMock(json(200, "{\"status\": \"ok\"}"))),
    WRONG_CONTENT_TYPE(
            "hasty",
            "error",
            "content type text/html",
            wireMock(aResponse()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody("{}"))),
    TRUNCATED_JSON(
            "hasty",
            "error",
            "cut off",
            wireMock(json(200, "{\"version\": \"https://jsonfeed.org/version/1.1\", \"it"))),
    TRUNCATED_BODY("raw", "error", "before its answer was complete", raw(out -> {
        out.write((RawUpstream.head("Content-Length: 5000") + "{\"version\": ").getBytes());
        throw new RawUpstream.CutOff();
    })),
    TRUNCATED_CHUNKS("raw", "error", "before its answer was complete", raw(out -> {
        out.write((RawUpstream.head("Transfer-Encoding: chunked") + "5\r\n{\"ver").getBytes());
        throw new RawUpstream.CutOff();
    })),
    ANNOUNCED_TOO_LARGE(
            "raw",
            "error",
            "larger than 64 KB",
            raw(out -> out.write((RawUpstream.head("Content-Length: 65537") + "{").getBytes()))),
    ENDLESS_BODY("raw", "error", "larger than 64 KB", raw(out -> {
        out.write(RawUpstream.head("Connection: close").getBytes());
        repeat(out, " ".repeat(1000));
    })),
    ENDLESS_ERROR_BODY("raw", "error", "larger than 64 KB", raw(out -> {
        out.write("HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n".getBytes());
        repeat(out, " ".repeat(1000));
    })),
    SLOW_HEAD("raw-hasty", "timeout", "within 0.3 s, its timeout", (wireMock, raw) -> raw.stall()),
    SLOW_BODY(
            "raw-hasty",
            "timeout",
            "within 0.3 s, its timeout",
            raw(out -> out.write((RawUpstream.head("Content-Length: 5000") + "{").getBytes()))),
    DRIPPING_BODY(
            "hasty",
            "timeout",
            "within 0.3 s, its timeout",
            wireMock(json(200, " ".repeat(1000)).withChunkedDribbleDelay(50, 3000)));

    /** The source that fails. */
    final String source;

    /** The outcome that its report must have. */
    final String outcome;

    /** What its reason must say, among other things. */
    final String reason;

    private final BiConsumer<WireMock, RawUpstream> setUp;

    SourceFault(String source, String outcome, String reason, BiConsumer<WireMock, RawUpstream> setUp) {
        this.source = source;
        this.outcome = outcome;
        this.reason = reason;
        this.setUp = setUp;
    }

    void setUp(WireMock wireMock, RawUpstream raw) {
        setUp.accept(wireMock, raw);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/feed+json")
                .withBody(body);
    }

    private static BiConsumer<WireMock, RawUpstream> wireMock(ResponseDefinitionBuilder response) {
        return (wireMock, raw) ->
                wireMock.register(get(urlPathEqualTo("/hasty")).willReturn(response));
    }

    private static BiConsumer<WireMock, RawUpstream> raw(RawUpstream.Answer answer) {
        return (wireMock, raw) -> raw.answer(answer);
    }

    /** Until the other side hangs up, which the caller is expected to do long before a GB. */
    private static void repeat(OutputStream out, String text) throws IOException {
        for (int times = 0; times < 1_000_000; times++) {
            out.write(text.getBytes());
        }
    }
}
