package dev.newsfan.loadlab.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which of the service's policies are at work (docs/policies.md): the one place where a run says so. What a policy does by default
 * may change; these don't, so that results stay comparable.
 */
public enum ServicePolicies {
    /** None: each request asks each source, as what asking costs is what a run looks at unless it says otherwise. */
    OFF(""),
    /** Calls under way are one call. */
    SHARED("share=true"),
    /** What is asked once is fresh to the end of a run. */
    FRESH("share=true fresh-for=60m"),
    /** It is asked again each second, so that a run of some seconds sees that. */
    FRESH_FOR_A_SECOND("share=true fresh-for=1s"),
    /** A source that fails again and again is left alone. */
    BREAKER("breaker=true"),
    /** And its last answer serves. */
    BREAKER_AND_STALE("breaker=true stale-for=60m"),
    /** A source that is slow now and then is asked a second time. */
    HEDGED("hedge-after=p95"),
    /** All that there are but rates, in times that a run of some seconds sees the end of. */
    ALL("share=true fresh-for=100ms cache-control=obey stale-for=2s breaker=true breaker-wait=500ms backoff=true"
            + " hedge-after=p95 bulkhead=50");

    private static final double SLACK = 0.5;
    private static final String PREFIX = "newsfan.";

    private static final Map<String, String> NONE = Map.of(
            "share", "false",
            "fresh-for", "0",
            "cache-control", "ignore",
            "stale-for", "0",
            "breaker", "false",
            "backoff", "false");

    private final String switchedOn;

    ServicePolicies(String switchedOn) {
        this.switchedOn = switchedOn;
    }

    /** What is switched on, as the keys and values of it, for people. */
    public String words() {
        return switchedOn.isEmpty() ? "none" : switchedOn;
    }

    /** How old an answer may be that serves, in seconds, with a little for the way; zero if each request has its own. */
    public double oldest() {
        double kept = Stream.of("fresh-for", "stale-for")
                .map(key -> settings().get(PREFIX + key))
                .filter(time -> !time.equals("0"))
                .mapToDouble(Durations::parse)
                .sum();
        return kept == 0 ? 0 : kept + SLACK;
    }

    /** The service's configuration for all sources, with a word on each policy that is on by default. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        NONE.forEach((key, value) -> settings.put(PREFIX + key, value));
        Stream.of(switchedOn.split(" "))
                .map(word -> word.split("="))
                .filter(word -> word.length == 2)
                .forEach(word -> settings.put(PREFIX + word[0], word[1]));
        return settings;
    }
}
