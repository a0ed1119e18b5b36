package dev.newsfan.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long a source's latest answers took: a percentile of them. From any thread. */
final class AnswerTimes {

    private static final int KEPT = 100;
    /** Fewer say nothing. */
    private static final int LEAST = 20;
    /** So many answers later it is computed anew. */
    private static final int EACH = 10;

    private final int percentile;
    private final long[] nanos = new long[KEPT];
    private long count;
    private volatile Optional<Duration> typical = Optional.empty();

    /** @param percentile 1 to 100 */
    AnswerTimes(int percentile) {
        this.percentile = percentile;
    }

    synchronized void add(long time) {
        nanos[(int) (count % KEPT)] = time;
        count++;
        if (count >= LEAST && count % EACH == 0) {
            typical = Optional.of(Duration.ofNanos(compute((int) Math.min(count, KEPT))));
        }
    }

    /** The time that so many of a hundred answers did not exceed; empty until enough are known. */
    Optional<Duration> typical() {
        return typical;
    }

    private long compute(int known) {
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return sorted[Math.ceilDiv(known * percentile, 100) - 1];
    }
}
