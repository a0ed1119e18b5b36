package dev.newsfan.source;

import dev.newsfan.config.Limits;
import dev.newsfan.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;

/** Finds where requests or calls would wait in line without a word, and shows the arithmetic. */
final class CapacityWarnings {

    private CapacityWarnings() {}

    /** The warnings, or an empty list. */
    static List<String> of(Limits limits, List<Source> sources) {
        List<String> warnings = new ArrayList<>();
        int sync = limits.sync();
        if (sync > limits.workerThreads()) {
            warnings.add(
                    ("Requests will queue silently: newsfan.limits.sync lets %d requests in, but there are %d worker "
                                    + "threads, so up to %d wait in line for one. Lower the limit, or set "
                                    + "quarkus.thread-pool.max-threads=%d.")
                            .formatted(
                                    sync,
                                    limits.workerThreads(),
                                    sync - limits.workerThreads(),
                                    sync + Limits.SPARE_WORKERS));
        } else if (sync > Math.max(1, limits.workerThreads() - Limits.SPARE_WORKERS)) {
            warnings.add(
                    ("Metrics may have to wait: newsfan.limits.sync lets %d requests in, and there are %d worker threads, "
                                    + "so %d are left for all other work; %d should be. Lower the limit, or set "
                                    + "quarkus.thread-pool.max-threads=%d.")
                            .formatted(
                                    sync,
                                    limits.workerThreads(),
                                    limits.workerThreads() - sync,
                                    Limits.SPARE_WORKERS,
                                    sync + Limits.SPARE_WORKERS));
        }
        sources.forEach(source -> pool(limits, source, warnings));
        return warnings;
    }

    private static void pool(Limits limits, Source source, List<String> warnings) {
        int needed = limits.concurrentCalls();
        int carried = source.connections() * source.callsPerConnection();
        if (carried >= needed) {
            return;
        }
        warnings.add(
                ("Calls to %s will queue silently: its %d connections, with %d at a time on each, carry %d calls, but "
                                + "the limits let in sync %d + async %d + virtual %d = %d requests, so up to %d wait in line. Set "
                                + "%s.connections=%d, leave it out, or lower newsfan.limits.*.")
                        .formatted(
                                source.name(),
                                source.connections(),
                                source.callsPerConnection(),
                                carried,
                                limits.sync(),
                                limits.async(),
                                limits.virtual(),
                                needed,
                                needed - carried,
                                SourceConfig.prefix(source.name()),
                                Math.ceilDiv(needed, source.callsPerConnection())));
    }
}
