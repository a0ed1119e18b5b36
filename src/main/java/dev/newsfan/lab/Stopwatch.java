package dev.newsfan.lab;

import java.time.Duration;

/** Measures on a clock that never goes back. */
final class Stopwatch {

    private final long startedAt = System.nanoTime();

    private Stopwatch() {}

    static Stopwatch start() {
        return new Stopwatch();
    }

    /** The time since the start. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
