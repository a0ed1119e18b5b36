package dev.newsfan.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sources of the contract, asked by a service that has little patience with its callers and lets many of them in. */
public class StingyCallersProfile extends ContractProfile {

    static final int LIMIT = 150;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>(super.getConfigOverrides());
        config.put("newsfan.budget", "10s");
        config.put("newsfan.write-timeout", "1s");
        config.put("newsfan.head-timeout", "1s");
        config.put("newsfan.idle-timeout", "2s");
        // As many as leave 16, by default.
        config.remove("newsfan.limits.sync");
        config.put("quarkus.thread-pool.max-threads", String.valueOf(LIMIT + 16));
        config.put("newsfan.limits.async", String.valueOf(LIMIT));
        config.put("newsfan.limits.virtual", String.valueOf(LIMIT));
        config.put("newsfan.sources.raw.max-size", "10M");
        config.put("newsfan.sources.raw.timeout", "10s");
        return config;
    }
}
