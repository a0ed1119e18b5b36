package dev.newsfan.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configurations as Quarkus would read them, without Quarkus. */
public final class Configs {

    public static final Set<String> FORMATS =
            Set.of("auto", "feed", "gnews", "guardian", "hacker-news", "hn-algolia", "json-feed", "newsapi", "nyt");

    /** None that a source's caller would notice: each call is one of the source. */
    public static final PolicySettings NO_POLICIES = new PolicySettings(
            false,
            Duration.ZERO,
            false,
            Duration.ZERO,
            PolicySettings.RETRIES,
            false,
            PolicySettings.BREAKER_WAIT,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same for a packaged service, whose profile is that of production. */
    public static final Map<String, String> POLICIES_OFF = Map.of(
            "newsfan.share", "false",
            "newsfan.fresh-for", "0",
            "newsfan.cache-control", "ignore",
            "newsfan.stale-for", "0",
            "newsfan.breaker", "false",
            "newsfan.backoff", "false");

    private Configs() {}

    /** A configuration with these keys alone. */
    public static SmallRyeConfig with(Map<String, String> keys) {
        return with(keys, Map.of());
    }

    static SmallRyeConfig with(Map<String, String> keys, Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(NewsfanConfig.class)
                .withMapping(LabConfig.class)
                .withMappingIgnore("newsfan.**")
                .withSources(new PropertiesConfigSource(keys, "test", 100), new EnvConfigSource(variables, 300))
                .build();
    }

    /** A source called wire at this URL, configured as said: names of keys and values by turns. */
    public static SourceConfig source(String url, String... keys) {
        String prefix = "newsfan.sources.wire.";
        Map<String, String> all = new HashMap<>(Map.of(prefix + "url", url, prefix + "format", "newsapi"));
        for (int i = 0; i < keys.length; i += 2) {
            all.put(prefix + keys[i], keys[i + 1]);
        }
        return with(all).getConfigMapping(NewsfanConfig.class).sources().get("wire");
    }

    /** How long a service with these keys waits for its requests in production. */
    public static Duration shutdownTimeout(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .withSources(new ShutdownTimeout())
                .build()
                .getValue(ShutdownTimeout.KEY, Duration.class);
    }

    /** What is wrong with a configuration that has one good source, {@code wire}, and these keys on top. */
    static Set<String> problems(Map<String, String> keys) {
        return problems(keys, Map.of());
    }

    static Set<String> problems(Map<String, String> keys, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of(
                "newsfan.sources.wire.url", "https://news.example/v2/top-headlines?country=us",
                "newsfan.sources.wire.format", "newsapi"));
        all.putAll(keys);
        return ConfigCheck.problems(with(all, variables), FORMATS);
    }
}
