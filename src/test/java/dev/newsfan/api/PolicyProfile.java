package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of the matrix, which don't get in each other's way, and some that write what a test wants: one that is shared, one that
 * is kept, one that is given up on.
 */
public class PolicyProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>(MatrixSources.settings());
        config.put("newsfan.budget", "20s");
        config.put("newsfan.lab.enabled", "false");
        config.put("newsfan.explain", "false");
        config.put("newsfan.limits.sync", "100");
        raw(config, "raw", "share", "true");
        raw(config, "raw-hasty", "timeout", "2s");
        raw(config, "kept", "fresh-for", "1h");
        raw(config, "ill", "breaker", "true");
        config.put("newsfan.sources.ill.breaker-wait", "300ms");
        return config;
    }

    private static void raw(Map<String, String> config, String name, String key, String value) {
        String prefix = "newsfan.sources." + name + ".";
        if (!name.startsWith("raw")) {
            config.put(prefix + "url", "${newsfan.sources.raw.url}");
        }
        config.put(prefix + "format", "json-feed");
        config.put(prefix + "timeout", "15s");
        config.put(prefix + "retries", "0");
        config.put(prefix + key, value);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MatrixSources.class), new TestResourceEntry(RawUpstream.class));
    }
}
