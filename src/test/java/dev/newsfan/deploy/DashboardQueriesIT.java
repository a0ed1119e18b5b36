package dev.newsfan.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.PackagedService;
import dev.newsfan.deploy.Dashboard.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the dashboard and of the rules, run by Prometheus against what the package says at {@code /q/metrics}. */
@TestInstance(Lifecycle.PER_CLASS)
@NeedsPrometheus
@Tag("long")
class DashboardQueriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** So that every mode is at work, every outcome comes up, and something is served from what is kept. */
    private static final List<String> TRAFFIC = List.of(
            "/sync-news",
            "/async-news",
            "/virtual-news",
            "/stream-news",
            "/feed.atom",
            "/async-news?sources=bad",
            "/async-news?sources=once",
            "/async-news?limit=wrong");

    /** There is no such thing in a native executable; docs/observability.md and the panel say so. */
    private static final Set<String> NOT_IN_NATIVE = Set.of("jvm_gc_pause_seconds_sum");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Dashboard dashboard = Dashboard.read();
    private final AlertRules rules = AlertRules.read();

    private MixedSources sources;
    private PackagedService service;
    private Prometheus prometheus;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        sources = new MixedSources();
        service = PackagedService.start(
                Files.createDirectory(folder.resolve("service")),
                sources.configuration("good"),
                "newsfan.sources.good.max-rate=100000/1h",
                sources.configuration("once"),
                sources.configuration("bad"),
                sources.configuration("silent"),
                "newsfan.sources.silent.timeout=200ms",
                "newsfan.fresh-for=1s");
        URI metrics = service.management();
        // What is there from the first sample on has a rate from the second
        ask();
        prometheus = Prometheus.started(Files.createDirectory(folder.resolve("prometheus")), metrics, AlertRules.FILE);
    }

    @AfterAll
    void stop() throws InterruptedException {
        client.shutdownNow();
        if (prometheus != null) {
            prometheus.close();
        }
        service.close();
        sources.close();
    }

    private void ask() {
        TRAFFIC.forEach(path -> client.sendAsync(
                        HttpRequest.newBuilder(service.url().resolve(path)).build(), BodyHandlers.discarding())
                .join());
    }

    @Test
    void everyPanelHasSomethingToShow() {
        awaitAllTold(dashboard.queries().stream().map(Query::filled).toList());
    }

    @Test
    void everyLineHasTheLabelsThatItIsCalledBy() {
        awaitAllTold(dashboard.queries().stream().map(Query::filled).toList());

        assertThat(dashboard.queries())
                .allSatisfy(query -> assertThat(prometheus.query(query.filled()))
                        .as(query.expression())
                        .allSatisfy(line -> assertThat(line.path("metric").properties())
                                .extracting(Map.Entry::getKey)
                                .containsAll(query.labels())));
    }

    @Test
    void everyVariableHasSomethingToChoose() {
        awaitAllTold(dashboard.choices().stream().flatMap(Selectors::names).toList());
    }

    /** An alert is empty while all is well, so what it compares is asked for. */
    @Test
    void everyRuleFindsWhatItLooksAt() {
        awaitAllTold(rules.queries().stream()
                .flatMap(query -> Selectors.of(query).stream())
                .distinct()
                .toList());
    }

    private void awaitAllTold(List<String> queries) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    ask();
                    assertThat(queries.stream().filter(query -> !isTold(query))).isEmpty();
                });
    }

    /** Whether there is a number; a mean of nothing isn't one. */
    private boolean isTold(String query) {
        if (isNative() && Selectors.names(query).anyMatch(NOT_IN_NATIVE::contains)) {
            return true;
        }
        return prometheus
                .query(query)
                .valueStream()
                .map(series -> series.at("/value/1").asText())
                .anyMatch(value -> !value.equals("NaN"));
    }

    private static boolean isNative() {
        try {
            return PackagedService.isNative();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRuleIsEvaluatedWithoutAnError() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .hasSameSizeAs(rules.rules())
                        .allSatisfy(rule -> assertThat(rule.path("health").asText())
                                .as(rule::toString)
                                .isEqualTo("ok")));
    }

    @Test
    void whatIsRecordedIsThere() {
        awaitAllTold(rules.recorded());
    }

    @Test
    void theAlertsSeeWhatIsWrong() {
        awaitAllTold(List.of(
                "ALERTS{alertname='NewsfanErrors'}",
                "ALERTS{alertname='NewsfanSourceFails', source='bad'}",
                "ALERTS{alertname='NewsfanSourceFails', source='silent'}",
                "ALERTS{alertname='NewsfanBreakerOpen', source='bad'}",
                "ALERTS{alertname='NewsfanSourceStale', source='once'}"));
        assertThat(prometheus.query("ALERTS{source='good'} or ALERTS{alertname='NewsfanDown'}"))
                .isEmpty();
    }

    @Test
    void theAlertsFireAndStaySilentWhereTheyShould(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(Prometheus.check(folder, "test", "rules", "docs/prometheus/newsfan-alerts-test.yml"))
                .contains("SUCCESS");
    }

    @Test
    void theFilesForPrometheusAreInOrder(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(Prometheus.check(folder, "check", "config", "docs/prometheus/prometheus.yml"))
                .contains(rules.rules().size() + " rules found");
    }
}
