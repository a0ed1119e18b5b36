package dev.newsfan.loadlab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is loaded: the service in one of its modes, or the server by hand. Each is a line in the charts. */
enum Line {
    /** One source after another on a worker thread. */
    SYNC,
    /** All sources at once; no thread waits. */
    ASYNC,
    /** All sources at once, a virtual thread each. */
    VIRTUAL,
    /** All sources at once in a plain Vert.x server without a framework: what the framework costs is the difference. */
    BARE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Line> of(String word) {
        return Arrays.stream(values()).filter(line -> line.word().equals(word)).findFirst();
    }

    /** Whether the sources are asked one after another, on a thread of a pool. */
    boolean inLine() {
        return this == SYNC;
    }

    /** Where it is asked for the target. */
    String path(Target target, Options options) {
        return switch (target) {
            case NEWS -> "/" + word() + "-news";
            case WAIT -> "/lab/" + word() + "/wait?seconds=" + Times.number(options.delaySeconds());
        };
    }
}
