package dev.newsfan.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sources of the contract, asked by a service with few worker threads that lets in a {@code sync} request for each of
 * them, and few {@code async} ones. Its budget outlasts any machine that is busy with something else.
 */
public class FewWorkersProfile extends ContractProfile {

    static final int WORKERS = 3;

    /** How many requests {@code async} may hold. */
    static final int ASYNC_LIMIT = 2;

    /** How many connections there are to the source {@code narrow}, which is {@code raw} otherwise. */
    static final int NARROW_CONNECTIONS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>(super.getConfigOverrides());
        config.put("newsfan.budget", "30s");
        config.put("quarkus.thread-pool.max-threads", String.valueOf(WORKERS));
        config.put("newsfan.limits.sync", String.valueOf(WORKERS));
        config.remove("newsfan.limits.virtual");
        config.put("newsfan.limits.async", String.valueOf(ASYNC_LIMIT));
        config.put("newsfan.sources.raw.timeout", "30s");
        config.put("newsfan.sources.narrow.url", "${newsfan.sources.raw.url}");
        config.put("newsfan.sources.narrow.format", "json-feed");
        config.put("newsfan.sources.narrow.order", "10");
        config.put("newsfan.sources.narrow.timeout", "30s");
        config.put("newsfan.sources.narrow.connections", String.valueOf(NARROW_CONNECTIONS));
        return config;
    }
}
