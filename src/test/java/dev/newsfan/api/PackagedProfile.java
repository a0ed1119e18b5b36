package dev.newsfan.api;

import dev.newsfan.config.Configs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same sources for the package, which runs in the production profile and so has none of its own. */
public class PackagedProfile extends ContractProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>(super.getConfigOverrides());
        source(config, "world-wire", "newsapi", 1, "/world-wire/v2/top-headlines?country=us");
        source(config, "science-feed", "json-feed", 2, "/science-feed/feed.json");
        source(config, "city-herald", "feed", 3, "/city-herald/rss.xml");
        config.put("newsfan.explain", "true");
        config.putAll(Configs.POLICIES_OFF);
        config.putAll(LogFile.CONFIG);
        config.putAll(Management.CONFIG);
        return config;
    }

    private static void source(Map<String, String> config, String name, String format, int order, String path) {
        String prefix = "newsfan.sources." + name + ".";
        config.put(prefix + "url", "http://localhost:${quarkus.wiremock.devservices.port}" + path);
        config.put(prefix + "format", format);
        config.put(prefix + "order", String.valueOf(order));
    }
}
