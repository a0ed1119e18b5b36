package dev.newsfan.source;

import dev.newsfan.config.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds where requests or calls would wait in line without a word, and shows the arithmetic. */
final class CapacityWarnings {

    private CapacityWarnings() {}

    /** What someone should change, or an empty list. */
    static List<String> of(Limits limits) {
        int sync = limits.sync();
        if (sync <= limits.workerThreads()) {
            return List.of();
        }
        return List.of(
                ("Requests will queue silently: newsfan.limits.sync lets %d requests in, but there are %d worker "
                                + "threads, so up to %d wait in line for one. Lower the limit, or set "
                                + "quarkus.thread-pool.max-threads=%d.")
                        .formatted(sync, limits.workerThreads(), sync - limits.workerThreads(), sync));
    }

    /** What someone should know: which sources' connections carry fewer calls than may come; nothing if none. */
    static Optional<String> line(Limits limits, List<Source> sources) {
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
