package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.Arrays;

/**
 * When calls were made, as far back as a {@link Rate} reaches. Between any two of so many calls and one more there is the rate's
 * period, so no stretch of it has more. From any thread; takes eight bytes a call.
 */
final class CallLog {

    private static final int AT_FIRST = 16;

    private final Rate rate;
    private final long period;
    private final Timing timing;
    /** A ring of points in time, in their order. */
    private long[] times;

    private int oldest;
    private int size;

    CallLog(Rate rate, Timing timing) {
        this.rate = rate;
        this.period = rate.period().toNanos();
        this.timing = timing;
        this.times = new long[Math.min(AT_FIRST, rate.calls())];
    }

    /** Notes a call now, if it may be made. */
    synchronized boolean tryTake() {
        // The time is read under the lock: the ring has to be in its order.
        long now = timing.nanos();
        forget(now);
        if (size == rate.calls()) {
            return false;
        }
        if (size == times.length) {
            grow();
        }
        times[(oldest + size) % times.length] = now;
        size++;
        return true;
    }

    /** How many may be made now. */
    synchronized int left() {
        forget(timing.nanos());
        return rate.calls() - size;
    }

    /** How long until the next may be made; zero if it may be made now. */
    synchronized Duration pause() {
        long now = timing.nanos();
        forget(now);
        return size < rate.calls() ? Duration.ZERO : Duration.ofNanos(period - (now - times[oldest]));
    }

    private void forget(long now) {
        while (size > 0 && now - times[oldest] >= period) {
            oldest = (oldest + 1) % times.length;
            size--;
        }
    }

    private void grow() {
        long[] more = Arrays.copyOf(times, (int) Math.min(2L * times.length, rate.calls()));
        // It is full: what was before its start comes after its end.
        System.arraycopy(times, oldest, more, 0, size - oldest);
        System.arraycopy(times, 0, more, size - oldest, oldest);
        times = more;
        oldest = 0;
    }
}
