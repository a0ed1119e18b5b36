package dev.newsfan.api;

import io.quarkiverse.wiremock.devservice.WireMockServerConnector;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three sources of dev mode, and some that exist to fail: one that is quickly out of patience, two that write bytes of
 * a test's choice, two that are not there, one that speaks HTTP/2 and whose format has to be found out. The lab is closed, as it is in production.
 */
public class ContractProfile implements QuarkusTestProfile {

    static final String KEY = "s3cret-key-that-must-never-be-shown";

    /** With what means something in a URL. */
    static final String KEY_IN_QUERY = KEY + "+/=&%41 {x}#?";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("newsfan.budget", "1500ms");
        config.put("newsfan.heartbeat", "200ms");
        config.put("newsfan.similar-titles", "true");
        config.put("newsfan.limits.sync", "2");
        config.put("newsfan.limits.async", "2");
        config.put("newsfan.limits.virtual", "2");
        config.put("newsfan.lab.enabled", "false");
        config.put("newsfan.access-log", "true");
        // A test that wants its lines takes them from the logger itself.
        config.put("quarkus.log.category.\"dev.newsfan.access\".use-parent-handlers", "false");
        source(config, "hasty", 4, "timeout", "300ms");
        source(config, "raw", 5, "max-size", "64K");
        source(config, "raw-hasty", 6, "timeout", "300ms");
        source(config, "refused", 7, "timeout", "5s");
        source(config, "h2", 8, "http2", "true");
        source(config, "refused-too", 9, "timeout", "5s");
        config.put("newsfan.sources.refused-too.url", "http://localhost:1/feed.json");
        config.put("newsfan.sources.refused.url", "http://localhost:1/feed.json");
        config.put(
                "newsfan.sources.hasty.url", "http://localhost:${quarkus.wiremock.devservices.port}/hasty?key=" + KEY);
        config.put("newsfan.sources.hasty.params.api-key", KEY_IN_QUERY);
        config.remove("newsfan.sources.h2.format");
        config.put("newsfan.sources.h2.timeout", "1s");
        config.put("newsfan.sources.h2.url", "http://localhost:${quarkus.wiremock.devservices.port}/h2");
        return config;
    }

    private static void source(Map<String, String> config, String name, int order, String key, String value) {
        String prefix = "newsfan.sources." + name + ".";
        config.put(prefix + "format", "json-feed");
        config.put(prefix + "order", String.valueOf(order));
        config.put(prefix + "headers.X-Api-Key", KEY);
        config.put(prefix + key, value);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RawUpstream.class), new TestResourceEntry(WireMockServerConnector.class));
    }
}
