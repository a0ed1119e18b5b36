package dev.newsfan.source;

import dev.newsfan.config.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds where requests or calls would wait in line without a word, and shows the arithmetic. */
final class CapacityWarnings {

    private CapacityWarnings() {}

    /** What someone should change; nothing if all is well. */
    static Optional<String> warning(Limits limits) {
        int sync = limits.sync();
        int workers = limits.workerThreads();
        int enough = sync + Limits.SPARE_WORKERS;
        if (sync > workers) {
            return Optional.of(
                    ("Requests will queue silently: newsfan.limits.sync lets %d requests in, but there are %d worker "
                                    + "threads, so up to %d wait in line for one. Lower the limit, or set "
                                    + "quarkus.thread-pool.max-threads=%d.")
                            .formatted(sync, workers, sync - workers, enough));
        }
        if (sync > Math.max(1, workers - Limits.SPARE_WORKERS)) {
            return Optional.of(
                    ("Metrics may have to wait: newsfan.limits.sync lets %d requests in, and there are %d worker "
                                    + "threads, so %d are left for all other work; %d should be. Lower the limit, or set "
                                    + "quarkus.thread-pool.max-threads=%d.")
                            .formatted(sync, workers, workers - sync, Limits.SPARE_WORKERS, enough));
        }
        return Optional.empty();
    }

    /** What someone should know: which sources' connections carry fewer calls than may come; nothing if none. */
    static Optional<String> note(Limits limits, List<Source> sources) {
        String few = sources.stream()
                .filter(source -> calls(source) < limits.concurrentCalls())
                .map(source -> source.name() + " " + calls(source))
                .collect(Collectors.joining(", "));
        return Optional.of(few)
                .filter(some -> !some.isEmpty())
                .map(some ->
                        ("The limits let in sync %d + async %d + virtual %d = %d requests. The connections to a source may "
                                        + "carry fewer calls at a time, and the others wait in line within their budget "
                                        + "(newsfan_source_calls_waiting): %s. newsfan.sources.NAME.connections changes that.")
                                .formatted(
                                        limits.sync(),
                                        limits.async(),
                                        limits.virtual(),
                                        limits.concurrentCalls(),
                                        some));
    }

    private static int calls(Source source) {
        return source.connections() * source.callsPerConnection();
    }
}
