package dev.newsfan.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Bounds how many requests of a kind are at work at a time, so that no line grows without bound. Safe for all threads. */
public final class ConcurrencyLimiter {

    private final int limit;
    private final String kind;
    private final AtomicInteger inUse = new AtomicInteger();
    private final LongAdder refused = new LongAdder();

    /**
     * A limiter with all its permits.
     *
     * @param limit how many permits there are, above zero
     * @param kind a clause for those who come too late, with {@code %d} for the limit
     */
    ConcurrencyLimiter(int limit, String kind) {
        this.limit = limit;
        this.kind = kind;
    }

    /** A permit for one more request, or empty if none is left. Never waits. */
    Optional<Permit> acquire() {
        if (inUse.getAndUpdate(now -> Math.min(now + 1, limit)) < limit) {
            return Optional.of(new Permit());
        }
        refused.increment();
        return Optional.empty();
    }

    /** How many permits there are. */
    public int limit() {
        return limit;
    }

    /** How many requests hold one now. */
    public int inUse() {
        return inUse.get();
    }

    /** How many requests got none since the start. */
    long refused() {
        return refused.sum();
    }

    /** What those who get no permit are told. */
    String full() {
        return kind.formatted(limit);
    }

    /** One request's right to be at work. */
    final class Permit {

        private final AtomicBoolean released = new AtomicBoolean();

        private Permit() {}

        /** Makes room for another request; once or more often. */
        void release() {
            if (released.compareAndSet(false, true)) {
                inUse.decrementAndGet();
            }
        }
    }
}
