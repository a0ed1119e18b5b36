package dev.newsfan.loadlab.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which of the service's policies are at work (docs/policies.md): the one place where a run says so. What a policy does by default
 * may change; these don't, so that results stay comparable.
 */
public enum ServicePolicies {
    /** None: each request asks each source, as what asking costs is what a run looks at unless it says otherwise. */
    OFF(Map.of());

    private static final Map<String, String> NONE = Map.of(
            "share", "false",
            "fresh-for", "0",
            "cache-control", "ignore",
            "stale-for", "0",
            "breaker", "false",
            "backoff", "false");

    private final Map<String, String> switchedOn;

    ServicePolicies(Map<String, String> switchedOn) {
        this.switchedOn = switchedOn;
    }

    /** The service's configuration for all sources, with a word on each policy that is on by default. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.of(NONE, switchedOn)
                .forEach(keys -> keys.forEach((key, value) -> settings.put("newsfan." + key, value)));
        return settings;
    }
}
