package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartScreenTest {

    private static final String SECRET = "s3cret";

    private final Map<String, String> keys = new LinkedHashMap<>();

    private String screen() {
        SmallRyeConfig config = Configs.with(keys);
        return new StartScreen(
                        config.getConfigMapping(NewsfanConfig.class), config.getConfigMapping(LabConfig.class), config)
                .text();
    }

    @Test
    void tellsWhatHolds() {
        keys.put("quarkus.thread-pool.max-threads", "200");
        keys.put("newsfan.sources.wire.url", "https://news.example:8443/v2/all?country=us");
        keys.put("newsfan.sources.herald.url", "http://herald.example/rss.xml");
        keys.put("newsfan.sources.herald.order", "1");
        keys.put("newsfan.sources.herald.format", "feed");
        keys.put("newsfan.sources.herald.http2", "true");
        keys.put("newsfan.sources.herald.connections", "7");
        keys.put("newsfan.sources.herald.max-rate", "100/1d");
        keys.put("newsfan.sources.herald.hedge-after", "p95");
        keys.put("newsfan.sources.herald.breaker", "false");
        keys.put("newsfan.sources.off.url", "http://off.example/");
        keys.put("newsfan.sources.off.enabled", "false");

        assertThat(screen().lines())
                .containsExactly(
                        "What is configured:",
                        "  budget 10s; requests at a time: sync 184, async 1000, virtual 1000",
                        "  bytes in flight: a quarter of the heap; cache: 32M; shared cache: none; replicas: 1",
                        "  log: text; access log: off; traces: off; explain: off; lab: shut; "
                                + "health and metrics: the port of the news",
                        "  sources: 2; policies, where a source has none of its own: share fresh-for=1m stale-for=1h "
                                + "retries=1 breaker=10s backoff",
                        "    herald  http://herald.example, feed, 5s, http2, 7 connections, policies: share fresh-for=1m "
                                + "stale-for=1h retries=1 backoff max-rate=100/1d hedge-after=p95",
                        "    wire    https://news.example:8443, auto, 5s");
    }

    @Test
    void tellsWhereWhatIsOnLeadsTo() {
        keys.put("newsfan.sources.wire.url", "https://news.example/");
        keys.put("newsfan.log-format", "json");
        keys.put("newsfan.access-log", "true");
        keys.put("newsfan.lab.enabled", "true");
        keys.put("newsfan.explain", "true");
        keys.put("newsfan.cache.shared", "redis://cache.example:6380/0");
        keys.put("quarkus.management.enabled", "true");
        keys.put("quarkus.otel.sdk.disabled", "false");
        keys.put("quarkus.otel.exporter.otlp.endpoint", "http://traces.example:4317");

        assertThat(screen())
                .contains(
                        "shared cache: redis://cache.example:6380 below newsfan",
                        "log: json; access log: on; traces: to http://traces.example:4317; explain: on; lab: open; "
                                + "health and metrics: 0.0.0.0:9000");
    }

    @Test
    void readsSwitchesAsThoseDoWhomTheyAreFor() {
        keys.put("newsfan.sources.wire.url", "https://news.example/");
        keys.put("newsfan.explain", "true ");
        keys.put("quarkus.management.enabled", "yes");
        keys.put("quarkus.otel.sdk.disabled", "False");

        assertThat(screen())
                .contains("traces: to http://localhost:4317; explain: on; lab: shut; health and metrics: 0.0.0.0:9000");
    }

    @Test
    void showsNoSecret() {
        keys.put("newsfan.sources.wire.url", "https://news.example/" + SECRET + "/feed?key=" + SECRET);
        keys.put("newsfan.sources.wire.headers.X-Api-Key", SECRET);
        keys.put("newsfan.sources.wire.params.key2", SECRET);
        keys.put("newsfan.sources.wire.proxy", "http://user:" + SECRET + "@proxy.example:3128");
        keys.put("newsfan.cache.shared", "redis://" + SECRET + ":" + SECRET + "@cache.example/0");
        keys.put("newsfan.cache.password", SECRET);
        keys.put("quarkus.otel.sdk.disabled", "false");
        keys.put("quarkus.otel.exporter.otlp.endpoint", "http://" + SECRET + "@traces.example:4317/" + SECRET);

        assertThat(screen())
                .contains(
                        "wire  https://news.example, auto, 5s, proxy http://proxy.example:3128",
                        "redis://cache.example ",
                        "http://traces.example:4317;")
                .doesNotContain(SECRET);
    }

    @Test
    void fitsAScreenWithManySources() {
        for (int source = 0; source < 17; source++) {
            keys.put("newsfan.sources.source-" + source + ".url", "https://news" + source + ".example/");
        }

        assertThat(screen().lines()).hasSize(5 + 17).allMatch(line -> line.length() < 160);
    }
}
