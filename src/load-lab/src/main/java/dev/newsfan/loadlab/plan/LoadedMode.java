package dev.newsfan.loadlab.plan;

import java.util.Locale;
import java.util.stream.Stream;

/** What is loaded: the service in one of its modes, or the bare server. */
public enum LoadedMode {
    /** One source after another on a worker thread. */
    SYNC,
    /** All sources concurrently; no thread waits. */
    ASYNC,
    /** All sources concurrently, a virtual thread each. */
    VIRTUAL,
    /** All sources concurrently in a plain Vert.x server: what the framework costs is the difference. */
    BARE;

    /** As it is written in options, paths and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LoadedMode of(String word) {
        return Stream.of(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** Whether the sources are asked one after another, on a thread of a pool. */
    public boolean isSequential() {
        return this == SYNC;
    }

    /** Where it is asked. */
    public String path(LoadOptions options) {
        return options.asksSources()
                ? "/" + word() + "-news"
                : "/lab/" + word() + "/wait?seconds=" + Durations.shortest(options.delay());
    }
}
