package dev.newsfan.telemetry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service that makes traces, which the tests keep. */
public class TracedProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("dev-stubs", "false");
        config.put("quarkus.otel.sdk.disabled", "false");
        config.put("quarkus.otel.bsp.schedule.delay", "20ms");
        config.put("newsfan.budget", "20s");
        config.put("newsfan.limits.async", "50");
        config.put("newsfan.sources.herald.client", "vertx");
        config.put("newsfan.sources.herald.propagate-trace", "true");
        config.put("newsfan.sources.away.format", "json-feed");
        config.put("newsfan.sources.away.retries", "1");
        config.put("newsfan.sources.held.share", "true");
        config.put("newsfan.sources.slow.timeout", "300ms");
        config.put("newsfan.sources.slow.retries", "0");
        return config;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TracedSources.class));
    }
}
