package dev.newsfan.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations as Quarkus would read them, without Quarkus. */
final class Configs {

    private Configs() {}

    /** A configuration with one good source, {@code wire}, and these keys on top. */
    static SmallRyeConfig withGoodSourceAnd(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of(
                "newsfan.sources.wire.url", "https://news.example/v2/top-headlines?country=us",
                "newsfan.sources.wire.format", "newsapi"));
        all.putAll(keys);
        return with(all);
    }

    /** A configuration with these keys alone. */
    static SmallRyeConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(NewsfanConfig.class)
                .withMappingIgnore("newsfan.**")
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
    }

    static NewsfanConfig newsfan(SmallRyeConfig config) {
        return config.getConfigMapping(NewsfanConfig.class);
    }
}
