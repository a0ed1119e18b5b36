package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubImport;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every mode must do. The few things in which the modes differ are the abstract methods at the top. */
abstract class NewsContract {

    private static final String FEED =
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [%s]}";

    /** Marks what takes its time: a jar isn't held against that once more, a native executable is. */
    private static final String PATIENCE = "patience";

    private static Runnable giveBack = () -> {};

    WireMock wireMock;
    RawUpstream raw;

    @TestHTTPResource
    URI service;

    /** The mode's name, as it stands in the path and in the digest. */
    abstract String mode();

    /** What the names of the threads look like on which the mode waits for answers or receives them. */
    abstract String threads();

    /** The outcomes, and if one is a timeout its reason, when three sources take 0.9 s each and the budget is 1.5 s. */
    abstract List<String> outcomesWhenTheBudgetCoversOneAndAHalf();

    /** Whether a source is only asked when the one before has answered. */
    abstract boolean inLine();

    @BeforeEach
    void makeTheSourcesFast() {
        var stubs = StubImport.stubImport();
        for (String name : List.of("world-wire", "science-feed", "city-herald")) {
            String file = name + (name.equals("city-herald") ? ".xml" : ".json");
            String type = name.equals("city-herald") ? "application/rss+xml" : "application/json";
            stubs.stub(WireMock.get(urlPathEqualTo(path(name)))
                    .willReturn(aResponse().withHeader("Content-Type", type).withBodyFile(file)));
        }
        wireMock.importStubMappings(stubs.deleteAllExistingStubsNotInImport().build());
        giveBack = wireMock::resetToDefaultMappings;
        raw.answer(answer(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z")));
        wireMock.resetRequests();
    }

    @AfterEach
    void leaveNothingBehind() {
        AtWork.awaitNobodyIn(mode());
    }

    @AfterAll
    static void giveTheStubsBack() {
        giveBack.run();
    }

    @Test
    void answersWithTheDigestOfTheContract() {
        Response response =
                get("sources", "world-wire,science-feed,city-herald").extract().response();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.header("News-Complete")).isEqualTo("true");
        assertThat(response.jsonPath().getMap("").keySet())
                .extracting(Object::toString)
                .containsExactly("mode", "total_time", "complete", "duplicates", "sources", "articles");
        assertThat(response.jsonPath().getMap("sources[0]").keySet())
                .extracting(Object::toString)
                .containsExactly("name", "outcome", "articles", "dropped", "started", "elapsed", "thread");
        assertThat(response.jsonPath().getMap("articles[0]").keySet())
                .extracting(Object::toString)
                .containsExactly("title", "url", "published_at", "summary", "source");
        assertThat(response.asString()).containsPattern("\"total_time\":\\d+\\.\\d{1,3},");
        assertThat(response.jsonPath().getString("articles[0].published_at")).isEqualTo("2026-11-20T05:45:00Z");
    }

    @Test
    void mergesTheSourcesInTheirOrder() {
        get("sources", "city-herald,world-wire,science-feed")
                .body("mode", equalTo(mode()))
                .body("complete", equalTo(true))
                .body("duplicates", equalTo(4))
                .body("articles", hasSize(26))
                .body("sources.name", contains("world-wire", "science-feed", "city-herald"))
                .body("sources.outcome", everyItem(equalTo("ok")))
                .body("sources.articles", everyItem(equalTo(10)))
                .body("sources.thread", everyItem(matchesPattern(threads())));
    }

    @Test
    void asksAllSourcesThatAreEnabledUnlessToldOtherwise() {
        get().body(
                        "sources.name",
                        contains(
                                "world-wire",
                                "science-feed",
                                "city-herald",
                                "hasty",
                                "raw",
                                "raw-hasty",
                                "refused",
                                "h2",
                                "refused-too"));
    }

    @Test
    void asksOnlyTheSourcesThatAreWanted() {
        get("sources", "science-feed")
                .body("sources.name", contains("science-feed"))
                .body("articles", hasSize(10));

        wireMock.verifyThat(0, getRequestedFor(urlPathEqualTo(path("world-wire"))));
    }

    @Test
    void keepsTheArticlesThatMentionAWordAndThenLimitsThem() {
        given().queryParams("sources", "world-wire,science-feed,city-herald", "q", "TRAM", "limit", 1)
                .get(path())
                .then()
                .statusCode(200)
                .body("articles", hasSize(1))
                .body("articles[0].title", containsString("tram"))
                .body("duplicates", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0             | limit   | The parameter "limit" is "0"; allowed: a whole number from 1 to 200.
            limit=201           | limit   | The parameter "limit" is "201"; allowed: a whole number from 1 to 200.
            limit=-1            | limit   | The parameter "limit" is "-1"; allowed: a whole number from 1 to 200.
            limit=ten           | limit   | The parameter "limit" is "ten"; allowed: a whole number from 1 to 200.
            limit=99999999999   | limit   | The parameter "limit" is "99999999999"; allowed: a whole number from 1 to 200.
            limit=              | limit   | The parameter "limit" is ""; allowed: a whole number from 1 to 200.
            limit=5&limit=6     | limit   | The parameter "limit" is given 2 times; allowed: once.
            q=                  | q       | The word "q" has 0 characters; allowed: 1 to 100.
            q=%20%20            | q       | The word "q" has 0 characters; allowed: 1 to 100.
            sources=nobody      | sources | There is no source "nobody"; allowed: world-wire, science-feed, city-herald,
            sources=            | sources | There is no source ""; allowed: world-wire,
            sources=raw,        | sources | There is no source ""; allowed: world-wire,
            sources=raw,raw     | sources | The source "raw" is named twice; allowed: once.
            sources=raw&sources=h2 | sources | Separate names by commas.
            Limit=5             | Limit   | There is no parameter "Limit"; allowed: sources, q, limit.
            """)
    void refusesBadParametersAndSaysWhatIsAllowed(String query, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get(path() + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("parameter", equalTo(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void acceptsTheSmallestAndTheLargestLimit() {
        for (int limit : List.of(1, 200)) {
            given().queryParams("sources", "world-wire", "limit", limit)
                    .get(path())
                    .then()
                    .statusCode(200)
                    .body("articles", hasSize(Math.min(limit, 10)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsASourceThatFailsInTheDigestAndInOneLogLineAndLeavesTheOthersUntouched(Fault fault) {
        fault.setUp(wireMock, raw);

        try (Warnings log = warnings()) {
            Response response = get("sources", "world-wire,city-herald," + fault.source)
                    .statusCode(200)
                    .header("News-Complete", "false")
                    .extract()
                    .response();
            JsonNode digest = response.as(JsonNode.class);
            JsonNode failed = digest.at("/sources/2");

            assertThat(digest.path("complete").booleanValue()).isFalse();
            assertThat(digest.path("articles")).hasSize(18);
            assertThat(digest.path("sources"))
                    .extracting(source -> source.path("outcome").textValue())
                    .containsExactly("ok", "ok", fault.outcome);
            assertThat(failed.path("articles").intValue()).isZero();
            assertThat(failed.path("reason").textValue())
                    .contains(fault.reason)
                    .doesNotContainPattern("Exception|\\.java|\\n|at \\w+\\.");
            assertThat(response.asString()).doesNotContain(ContractProfile.KEY);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith(fault.source + " failed in " + mode() + " mode after ")
                    .contains(fault.reason)
                    .doesNotContain(ContractProfile.KEY, "\n", "Exception");
        }
    }

    @Test
    void sendsTheConfiguredHeadersAndTheWholeUrl() {
        stub("/hasty", feed(item("A", "https://a.example/", "2026-11-20T01:00:00Z")));

        get("sources", "hasty").statusCode(200);

        wireMock.verifyThat(
                1,
                getRequestedFor(urlPathEqualTo("/hasty"))
                        .withHeader("X-Api-Key", WireMock.equalTo(ContractProfile.KEY))
                        .withQueryParam("key", WireMock.equalTo(ContractProfile.KEY)));
    }

    @Test
    void answers502WithTheReportsWhenNoSourceIsOk() {
        stub("/hasty", aResponse().withStatus(500));

        get("sources", "hasty,refused")
                .statusCode(502)
                .contentType("application/problem+json")
                .header("News-Complete", "false")
                .body("title", equalTo("Bad Gateway"))
                .body("sources.outcome", contains("error", "error"))
                .body("sources.reason", everyItem(not(equalTo(""))))
                .body("detail", containsString("hasty, refused"));
    }

    @Test
    @Tag(PATIENCE)
    void answers504WhenNoSourceIsOkForLackOfTimeAlone() {
        raw.stall();

        get("sources", "raw-hasty")
                .statusCode(504)
                .contentType("application/problem+json")
                .body("title", equalTo("Gateway Timeout"))
                .body("sources.outcome", contains("timeout"));
    }

    @Test
    @Tag(PATIENCE)
    void answers502WhenOneOfThemFailedForAnotherReason() {
        raw.stall();

        get("sources", "raw-hasty,refused").statusCode(502).body("sources.outcome", contains("timeout", "error"));
    }

    @Test
    @Tag(PATIENCE)
    void keepsTheBudgetAndSkipsWhatItNoLongerCovers() {
        for (String name : List.of("world-wire", "science-feed", "city-herald")) {
            wireMock.register(WireMock.get(urlPathEqualTo(path(name)))
                    .willReturn(aResponse()
                            .withHeader("Content-Type", name.equals("city-herald") ? "text/xml" : "application/json")
                            .withBodyFile(name + (name.equals("city-herald") ? ".xml" : ".json"))
                            .withFixedDelay(900)));
        }

        ValidatableResponse response = get("sources", "world-wire,science-feed,city-herald");

        response.statusCode(200).body("sources.outcome", equalTo(outcomesWhenTheBudgetCoversOneAndAHalf()));
        if (inLine()) {
            response.body("sources[1].reason", containsString("left of the request's budget"))
                    .body("sources[2].reason", containsString("not asked"))
                    .body("sources[2].elapsed", equalTo(0.0f));
            wireMock.verifyThat(0, getRequestedFor(urlPathEqualTo(path("city-herald"))));
        }
    }

    @Test
    @Tag(PATIENCE)
    void keepsTheBudgetAlsoWhenABodyComesDropByDrop() {
        raw.answer(out -> {
            out.write((RawUpstream.head("Content-Length: 60000")).getBytes(StandardCharsets.UTF_8));
            for (int drop = 0; drop < 600; drop++) {
                out.write(' ');
                // The drops are the fault itself: nothing in the test waits for them.
                LockSupport.parkNanos(10_000_000);
            }
        });

        // Its timeout is 5 s, the budget 1.5 s, and all drops would take 6 s.
        Response response = get("sources", "world-wire,raw").extract().response();

        assertThat(response.jsonPath().getString("sources[1].outcome")).isEqualTo("timeout");
        assertThat(response.jsonPath().getString("sources[1].reason")).contains("left of the request's budget");
        assertThat(response.jsonPath().getDouble("total_time")).isBetween(1.4, 4.0);
        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(1));
    }

    @Test
    void dropsAndCountsWhatIsNotFitToPrintAndIgnoresUnknownFields() {
        raw.answer(answer(String.join(
                ",",
                item("Good", "https://raw.example/good", "2026-11-20T01:00:00Z"),
                item("No date", "https://raw.example/undated", "some day"),
                item("", "https://raw.example/untitled", "2026-11-20T01:00:00Z"),
                item("Script", "javascript:alert(1)", "2026-11-20T01:00:00Z"),
                "{\"id\": 7, \"unknown\": {\"deep\": [1]}}")));

        get("sources", "raw")
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("sources[0].articles", equalTo(2))
                .body("sources[0].dropped", equalTo(3))
                .body("articles.title", contains("Good", "No date"))
                .body("articles[1].published_at", equalTo(null));
    }

    @Test
    void cancelsTheCallAndAsksNobodyElseWhenTheClientGoesAway() throws IOException {
        raw.stall();
        try (Socket client = new Socket(service.getHost(), service.getPort())) {
            // In line, raw comes before h2, which must not be asked any more.
            send(client, "?sources=raw,h2");
            await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(1));
        }

        await().untilAsserted(() -> assertThat(raw.hangUps()).isEqualTo(1));
        AtWork.awaitNobodyIn(mode());
        raw.answer(answer(item("After", "https://raw.example/after", "2026-11-20T01:00:00Z")));
        get("sources", "raw").statusCode(200);
        if (inLine()) {
            wireMock.verifyThat(0, getRequestedFor(urlPathEqualTo("/h2")));
        }
    }

    @Test
    void refusesOneRequestTooManyAtOnce() throws IOException {
        raw.stall();
        List<Socket> clients = new ArrayList<>();
        try {
            for (int requests = 1; requests <= 2; requests++) {
                int expected = requests;
                clients.add(new Socket(service.getHost(), service.getPort()));
                send(clients.getLast(), "?sources=raw");
                await().untilAsserted(() -> assertThat(raw.requests()).isEqualTo(expected));
            }

            get("sources", "world-wire")
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("[1-9]\\d*"))
                    .body("detail", containsString("2 requests are at work in " + mode() + " mode"));
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        AtWork.awaitNobodyIn(mode());
        get("sources", "world-wire").statusCode(200);
    }

    @Test
    @Tag(PATIENCE)
    void makesRoomAgainAfterEachRequestHoweverItEnds() {
        raw.stall();
        for (String query : List.of("sources=world-wire", "sources=refused", "sources=raw-hasty", "limit=0")) {
            IntStream.range(0, 3)
                    .forEach(i -> given().get(path() + "?" + query).then().statusCode(not(503)));
        }
        AtWork.awaitNobodyIn(mode());
    }

    @Test
    void keepsConnectionsToASourceAlive() {
        raw.answer(answer(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z")));
        // One request before, as a connection of an earlier test may be open yet.
        get("sources", "raw").statusCode(200);
        int before = raw.connections();

        IntStream.range(0, 5).forEach(i -> get("sources", "raw").statusCode(200));

        assertThat(raw.requests()).isEqualTo(6);
        assertThat(raw.connections()).isEqualTo(before);
    }

    @Test
    void speaksHttp2WhereTheConfigurationSaysSo() {
        stub("/h2", feed(item("Two", "https://h2.example/1", "2026-11-20T01:00:00Z")));

        // The request that asks for the upgrade is the last that speaks HTTP/1.1 (RFC 7540, section 3.2).
        get("sources", "h2,world-wire").statusCode(200).body("complete", equalTo(true));
        get("sources", "h2,world-wire").statusCode(200).body("complete", equalTo(true));

        assertThat(protocols("/h2")).last().isEqualTo("HTTP/2.0");
        assertThat(protocols(path("world-wire"))).containsOnly("HTTP/1.1");
    }

    @Test
    @Tag(PATIENCE)
    void endsOnlyItsOwnStreamWhenAnHttp2CallTakesTooLong() {
        stub(
                "/h2",
                feed(item("Two", "https://h2.example/1", "2026-11-20T01:00:00Z"))
                        .withFixedDelay(1300));
        get("sources", "world-wire,h2").statusCode(200).body("sources.outcome", contains("ok", "timeout"));

        stub("/h2", feed(item("Two", "https://h2.example/1", "2026-11-20T01:00:00Z")));
        get("sources", "h2").statusCode(200).body("sources.outcome", contains("ok"));
    }

    @Test
    void timesTheCallsBySourceModeAndOutcome() {
        get("sources", "world-wire,refused").statusCode(200);

        assertThat(metrics())
                .containsPattern(count("world-wire", "ok") + " [1-9]")
                .containsPattern(count("refused", "error") + " [1-9]");
        // The request is at work until its last byte is written, which the client may see a little earlier.
        await().untilAsserted(
                        () -> assertThat(metrics()).contains("newsfan_requests_at_work{mode=\"" + mode() + "\"} 0.0"));
    }

    @Test
    @Tag(PATIENCE)
    void givesTheSameDigestWhoeverAnswersFirst() {
        List<Object> usual = articles();
        for (String slow : List.of("world-wire", "city-herald")) {
            stub(
                    path(slow),
                    aResponse()
                            .withHeader("Content-Type", slow.equals("city-herald") ? "text/xml" : "application/json")
                            .withBodyFile(slow + (slow.equals("city-herald") ? ".xml" : ".json"))
                            .withFixedDelay(150));
            assertThat(articles()).isEqualTo(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void isReadOnly(String method) {
        given().request(method, path())
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .contentType("application/problem+json");
    }

    /** The log of the service, which runs in this process or, as a package, in another. */
    private Warnings warnings() {
        boolean packaged = getClass().isAnnotationPresent(QuarkusIntegrationTest.class);
        return packaged ? LogFile.ofWarnings() : LogLines.ofWarnings();
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private List<Object> articles() {
        return get("sources", "world-wire,science-feed,city-herald")
                .extract()
                .jsonPath()
                .getList("articles");
    }

    private ValidatableResponse get(String... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request.get(path()).then();
    }

    private void stub(String path, ResponseDefinitionBuilder response) {
        wireMock.register(WireMock.get(urlPathEqualTo(path)).willReturn(response));
    }

    private String path() {
        return "/" + mode() + "-news";
    }

    private static String path(String source) {
        return switch (source) {
            case "world-wire" -> "/world-wire/v2/top-headlines";
            case "science-feed" -> "/science-feed/feed.json";
            default -> "/city-herald/rss.xml";
        };
    }

    private void send(Socket client, String query) throws IOException {
        String request = "GET " + path() + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> protocols(String path) {
        return wireMock.find(getRequestedFor(urlPathEqualTo(path))).stream()
                .map(LoggedRequest::getProtocol)
                .toList();
    }

    private String count(String source, String outcome) {
        return "newsfan_source_calls_seconds_count\\{mode=\"%s\",outcome=\"%s\",source=\"%s\"}"
                .formatted(mode(), outcome, source);
    }

    private static ResponseDefinitionBuilder feed(String... items) {
        return aResponse()
                .withHeader("Content-Type", "application/feed+json")
                .withBody(FEED.formatted(String.join(",", items)));
    }

    static String answer(String items) {
        byte[] body = FEED.formatted(items).getBytes(StandardCharsets.UTF_8);
        return RawUpstream.head("Content-Length: " + body.length) + new String(body, StandardCharsets.UTF_8);
    }

    static String item(String title, String url, String date) {
        return "{\"id\": \"1\", \"title\": \"%s\", \"url\": \"%s\", \"date_published\": \"%s\"}"
                .formatted(title, url, date);
    }
}
