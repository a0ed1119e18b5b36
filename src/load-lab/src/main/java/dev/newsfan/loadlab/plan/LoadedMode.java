package dev.newsfan.loadlab.plan;

import java.util.Locale;
import java.util.stream.Stream;

/** What is loaded: the service in one of its modes, or a server by hand. */
public enum LoadedMode {
    /** One source after another on a worker thread. */
    SYNC,
    /** All sources concurrently; no thread waits. */
    ASYNC,
    /** All sources concurrently, a virtual thread each. */
    VIRTUAL,
    /** All sources concurrently in a plain Vert.x server that can do nothing but what these sources take. */
    BARE,
    /** The same with the service's own formats, deadlines and fan-out: what the framework costs is the difference. */
    PARTS;

    /** As it is written in options, paths and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static LoadedMode of(String word) {
        return Stream.of(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** Whether the sources are asked one after another, on a thread of a pool. */
    public boolean isSequential() {
        return this == SYNC;
    }

    /** Whether it is a server of the lab and not the service, and then knows the news only. */
    public boolean isByHand() {
        return this == BARE || this == PARTS;
    }

    /** Where it is asked for the news. */
    public String newsPath() {
        return "/" + word() + "-news";
    }

    /** Where it is asked. */
    public String path(LoadOptions options) {
        return options.asksSources()
                ? newsPath()
                : "/lab/" + word() + "/wait?seconds=" + Durations.shortest(options.delay());
    }
}
