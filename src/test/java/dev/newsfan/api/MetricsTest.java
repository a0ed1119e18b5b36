package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /q/metrics} says: what is documented, and nothing that a caller can make more of. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class MetricsTest {

    /** As docs/observability.md says, at most: of a source, and of all requests, whatever they ask for. */
    private static final int SERIES_OF_A_SOURCE = 295;

    private static final int ROUTES = 100;

    private static final Pattern ROW = Pattern.compile("\\| `(newsfan_\\w+)` \\| (\\w+) \\|([^|]*)\\|(.*)\\|");

    /** What callers may think of, each with a word that nobody has seen. */
    private static final List<String> CROWD = List.of(
            "GET /%s",
            "GET //%s",
            "GET /js/%s",
            "GET /%%6as/%%6dain.js?%s",
            "GET //js//main.js?%s",
            "GET /?%s",
            "GET /async-news?sources=raw,refused&q=%s",
            "GET /async-news?%s=1",
            "GET /async-news?sources=%s",
            "GET /async-news;%s=1?sources=raw",
            "GET /async-news/%s",
            "GET /ASYNC-news?%s",
            "GET http://%s.example/async-news?sources=raw",
            "GET /%%zz%s",
            "HEAD /virtual-news?sources=raw&q=%s",
            "OPTIONS /async-news?%s",
            "POST /async-news?%s",
            "%s /async-news",
            "%s /",
            "%s /%1$s",
            "GET /sync-news?sources=refused,refused-too&q=%s",
            "GET /virtual-news?sources=raw-hasty&q=%s",
            "GET /stream-news?sources=raw&q=%s",
            "GET /feed.atom?sources=raw&q=%s",
            "GET /race?sources=raw&q=%s",
            "GET /sources?%s",
            "GET /q/%s",
            "GET /lab/%s/wait");

    /** Some of what is said comes with the first request that it is said of. */
    private static boolean crowded;

    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveACrowd() {
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        if (!crowded) {
            askAsACrowd("first");
            // An answer is told a little later than it is read.
            await().untilAsserted(() -> assertThat(identities()).anyMatch(series -> series.contains("/sources")));
            crowded = true;
        }
    }

    /** Asks as somebody who can write what he likes, and waits until all is said. */
    private void ask(String request, String word) {
        String head = """
                %s HTTP/1.1
                Host: %s.example
                User-Agent: %2$s
                Origin: https://%2$s.example
                Traceparent: %2$s
                X-%2$s: %2$s
                Connection: close

                """.formatted(request.formatted(word), word).replace("\n", "\r\n");
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.1 ");
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }

    /** Each with a word of its own. */
    private void askAsACrowd(String name) {
        for (int i = 0; i < CROWD.size(); i++) {
            ask(CROWD.get(i), "ZQ%s%d".formatted(name, i));
        }
    }

    /** What is told of what; how it ended, of which there are few words, depends on how busy the machine is. */
    private static Set<String> identities() {
        Set<String> ends = Set.of("outcome", "status", "le");
        return Scrape.now().series().stream()
                .filter(series ->
                        series.name().startsWith("newsfan_") || series.name().startsWith("http_"))
                .map(series -> series.family()
                        + series.labels().entrySet().stream()
                                .filter(label -> !ends.contains(label.getKey()))
                                .toList())
                .collect(Collectors.toSet());
    }

    @Test
    void aCrowdOfCallersLeavesNoWordsAndNoSeries() {
        Set<String> known = identities();

        askAsACrowd("second");

        assertThat(identities()).isEqualTo(known);
        assertThat(Scrape.now().text()).doesNotContainIgnoringCase("zqfirst").doesNotContainIgnoringCase("zqsecond");
        assertThat(Metrics.globalRegistry.getMeters().stream().map(Meter::getId).map(Meter.Id::toString))
                .noneMatch(id -> id.toLowerCase().contains("zq"));
    }

    @Test
    void theSeriesOfASourceAndOfRequestsAreBounded() {
        List<Scrape.Series> all = Scrape.now().series();

        Map<String, Long> bySource = all.stream()
                .filter(series -> series.labels().containsKey("source"))
                .collect(Collectors.groupingBy(series -> series.labels().get("source"), Collectors.counting()));
        assertThat(bySource).containsKeys("raw", "refused", "h2");
        assertThat(bySource.values()).allMatch(count -> count <= SERIES_OF_A_SOURCE);
        assertThat(all.stream().filter(series -> series.name().equals("http_server_requests_seconds_count")))
                .hasSizeBetween(10, ROUTES);
    }

    @Test
    void onlyAnswersOfResourcesHaveBuckets() {
        assertThat(Scrape.now().series().stream()
                        .filter(series -> series.name().equals("http_server_requests_seconds_bucket"))
                        .map(series -> series.labels().get("uri")))
                .contains("/async-news")
                .doesNotContain("other", "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void whatIsLeftOfTheBudgetIsToldByMode(String mode) {
        double before = budgetsLeft("count", mode);
        double left = budgetsLeft("sum", mode);

        ask("GET /" + mode + "-news?sources=raw", "budget");

        await().untilAsserted(() -> assertThat(budgetsLeft("count", mode)).isEqualTo(before + 1));
        assertThat(budgetsLeft("sum", mode) - left).isBetween(0.0, 1.5);
    }

    private static double budgetsLeft(String what, String mode) {
        return Scrape.now().value("newsfan_request_budget_left_seconds_" + what, "mode", mode);
    }

    @Test
    void whatThereMayBeIsToldBesideWhatThereIs() {
        Scrape now = Scrape.now();

        assertThat(now.value("newsfan_requests_limit", "mode", "sync")).isEqualTo(2);
        assertThat(now.value("newsfan_source_connections_limit", "source", "raw"))
                .isPositive();
        assertThat(now.value("newsfan_bytes_in_flight_limit"))
                .isEqualTo(Runtime.getRuntime().maxMemory() / 4);
        assertThat(now.value("newsfan_cache_limit_bytes")).isEqualTo(32 << 20);
    }

    /** A row of the documentation. */
    private record Row(String name, String type, Set<String> labels, boolean always) {}

    private static Map<String, Row> documented() throws IOException {
        return Files.readAllLines(Path.of("docs/observability.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(
                        row.group(1),
                        row.group(2),
                        Stream.of(row.group(3).replace("`", "").split(","))
                                .map(String::strip)
                                .filter(label -> !label.isEmpty())
                                .collect(Collectors.toSet()),
                        !row.group(4).contains("only with")))
                .collect(toMap(Row::name, Function.identity()));
    }

    @Test
    void theTableOfTheDocumentationIsTrue() throws IOException {
        Map<String, Row> documented = documented();
        Scrape served = Scrape.now();

        assertThat(documented.keySet()).containsAll(served.types().keySet());
        assertThat(served.types().keySet())
                .containsAll(documented.values().stream()
                        .filter(Row::always)
                        .map(Row::name)
                        .toList());
        served.types().forEach((name, type) -> {
            assertThat(documented.get(name).type()).as(name).isEqualTo(type);
            assertThat(documented.get(name).labels()).as(name).isEqualTo(served.labels(name));
        });
    }
}
