package dev.newsfan.loadlab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the service is configured for a run; the report shows it. */
final class ServiceSettings {

    private static final double LONGEST_BUDGET = 600;
    private static final double LONGEST_TIMEOUT = 300;

    private ServiceSettings() {}

    /** As keys and values of its configuration. */
    static Map<String, String> of(Options options, Houses houses, Upstream upstream) {
        Map<String, String> settings = new LinkedHashMap<>(chosen(options, houses));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "0");
        List<StubSource> sources = StubSource.first(options.sources());
        for (int i = 0; i < sources.size(); i++) {
            String prefix = "newsfan.sources." + sources.get(i).name();
            settings.put(prefix + ".url", upstream.url(i));
            settings.put(prefix + ".format", sources.get(i).format());
            settings.put(prefix + ".order", Integer.toString(i + 1));
            settings.put(prefix + ".timeout", millis(Math.min(LONGEST_TIMEOUT, 5 + options.delaySeconds())));
        }
        return settings;
    }

    /** What differs from the service's own choice. */
    static Map<String, String> chosen(Options options, Houses houses) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("newsfan.budget", millis(budget(options, houses)));
        options.workers().ifPresent(workers -> settings.put("quarkus.thread-pool.max-threads", "" + workers));
        if (options.target() == Target.WAIT) {
            settings.put("newsfan.lab.enabled", "true");
            settings.put("newsfan.lab.limit", "" + houses.of(Line.ASYNC).limit());
        } else if (houses.limitsAreSet()) {
            for (Line line : List.of(Line.SYNC, Line.ASYNC, Line.VIRTUAL)) {
                settings.put(
                        "newsfan.limits." + line.word(), "" + houses.of(line).limit());
            }
        }
        return settings;
    }

    /** Long enough for the longest line: the lab wants to see people wait, not be told that it took too long. */
    private static double budget(Options options, Houses houses) {
        double longest = 0;
        for (Line line : options.lines()) {
            for (int users : options.users()) {
                longest = Math.max(
                        longest,
                        Step.prediction(options, line, users, houses.of(line)).latency());
            }
        }
        return Math.min(LONGEST_BUDGET, 10 + 2 * longest);
    }

    private static String millis(double seconds) {
        return Math.round(seconds * 1000) + "ms";
    }
}
