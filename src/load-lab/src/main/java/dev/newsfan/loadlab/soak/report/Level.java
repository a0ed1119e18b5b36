package dev.newsfan.loadlab.soak.report;

import java.util.function.DoubleUnaryOperator;

/** Something of the service that must be back when nobody asks any more, with how much more of it there may be, and why. */
public enum Level {
    HEAP("heap in use, MB", before -> Math.max(4, 0.15 * before), "caches fill, and the JVM's own tables grow"),
    THREADS("threads", before -> 6, "compiler threads and carriers of virtual threads come and go"),
    FILES("open files and connections", before -> 6, "a loop that has its first connection opens files of its own"),
    REQUESTS("requests at work", before -> 0, "each gives its place back"),
    CALLS("calls to sources", before -> 0, "each ends"),
    WAITING("calls that wait for a connection", before -> 0, "each gets one or gives up"),
    ABANDONED("calls that nobody waits for", before -> 0, "each ends");

    private final String words;
    private final DoubleUnaryOperator tolerance;
    private final String reason;

    Level(String words, DoubleUnaryOperator tolerance, String reason) {
        this.words = words;
        this.tolerance = tolerance;
        this.reason = reason;
    }

    /** For people, with its unit. */
    public String words() {
        return words;
    }

    /** Why it may have grown that much, or not at all. */
    public String reason() {
        return reason;
    }

    /** The most that there may be of it in the end. */
    public double most(double before) {
        return before + tolerance.applyAsDouble(before);
    }
}
