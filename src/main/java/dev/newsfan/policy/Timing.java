package dev.newsfan.policy;

import java.time.Duration;
import java.time.Instant;

/** The time that policies go by, so that a test can have its own. From any thread. */
public interface Timing {

    /** On a clock that never goes back, as {@link System#nanoTime()}. */
    default long nanos() {
        return System.nanoTime();
    }

    /** The time of day, for what comes from others. */
    default Instant now() {
        return Instant.now();
    }

    /**
     * Has a task run once, when this time has passed, on a thread that it must not block.
     *
     * @param after zero or more; less than a millisecond counts as one
     * @return takes the task back, from any thread; without effect once it runs
     */
    Runnable after(Duration after, Runnable task);

    /** Whether a point in time of {@link #nanos()} has come. */
    default boolean isPast(long nanos) {
        return nanos() - nanos >= 0;
    }
}
