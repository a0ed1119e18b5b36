package dev.newsfan.fanout;

import java.time.Duration;

/**
 * The time that one request may take in all, counted from its arrival on a clock that never goes back.
 *
 * <p>It is passed down and never renewed: time spent waiting in line is gone, and a call that comes late gets only what
 * is left. It can be used from any thread.
 */
public final class Budget {

    private final long arrivedAt;
    private final Duration total;

    private Budget(long arrivedAt, Duration total) {
        if (!total.isPositive()) {
            throw new IllegalArgumentException("A budget must be above zero, not " + total);
        }
        this.arrivedAt = arrivedAt;
        this.total = total;
    }

    /** A budget whose request arrives now. */
    public static Budget startingNow(Duration total) {
        return since(System.nanoTime(), total);
    }

    /**
     * A budget whose request has arrived before.
     *
     * @param arrivedAt what {@link System#nanoTime()} said on arrival
     * @param total above zero
     */
    public static Budget since(long arrivedAt, Duration total) {
        return new Budget(arrivedAt, total);
    }

    /** The whole budget, as it was on arrival. */
    public Duration total() {
        return total;
    }

    /** The time since the request's arrival; it may exceed the total. */
    public Duration spent() {
        return Duration.ofNanos(System.nanoTime() - arrivedAt);
    }

    /** What is left, never below zero. */
    public Duration left() {
        Duration left = total.minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
