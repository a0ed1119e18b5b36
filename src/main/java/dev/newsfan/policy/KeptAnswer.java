package dev.newsfan.policy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An answer that is kept, and until when it may be used. All times are nanoseconds of {@link Timing#nanos()}.
 *
 * @param answer as {@link SourceAnswer#toKeep()} has it
 * @param fetchedAt when it was fetched, or was said to hold still
 * @param freshUntil until when it is fresh
 * @param refreshAt from when on it is asked for ahead of its end; {@link #UNDER_WAY} while it is
 */
record KeptAnswer(SourceAnswer answer, long fetchedAt, long freshUntil, AtomicLong refreshAt) {

    /** A time that doesn't come. */
    static final long UNDER_WAY = Long.MIN_VALUE;

    /** So many pauses between two tries to ask for it ahead of its end make up its time. */
    static final int PAUSES = 30;

    /**
     * An answer that is fresh for so long.
     *
     * @param took how long it took to get it
     */
    static KeptAnswer of(SourceAnswer answer, long now, Duration age, Duration left, Duration took) {
        long lifetime = age.plus(left).toNanos();
        long end = now + left.toNanos();
        // As late as can be, as each time that it is asked for ahead of its end is one more; but early enough to have
        // it then.
        long ahead = Math.min(lifetime / 5, Math.max(lifetime / 10, 2 * took.toNanos()));
        // What another replica fetched may be near its end when it comes: who has just looked doesn't look again at
        // once.
        long wait = Math.max(left.toNanos() - ahead, lifetime / PAUSES);
        return new KeptAnswer(answer.toKeep(), now - age.toNanos(), end, new AtomicLong(now + wait));
    }

    /**
     * Whether it is this answer, kept by another of those who shared it.
     *
     * @param begun when this one's asker began to ask
     */
    boolean isOf(SourceAnswer other, long begun) {
        boolean again = other.events().contains(PolicyEvent.REVALIDATED);
        return answer.result() == other.result() && (!again || fetchedAt - begun >= 0);
    }

    Duration age(long now) {
        return Duration.ofNanos(Math.max(0, now - fetchedAt));
    }

    /** How much longer it is fresh; zero or less if it isn't. */
    Duration left(long now) {
        return Duration.ofNanos(freshUntil - now);
    }

    /** Whether it should be asked for now; true for one caller only, who then has to. */
    boolean begins(long now) {
        long due = refreshAt.get();
        return due != UNDER_WAY && now - due >= 0 && refreshAt.compareAndSet(due, UNDER_WAY);
    }

    /** It has been tried in vain: not at once again. */
    void failed(long now, Duration pause) {
        refreshAt.set(now + pause.toNanos());
    }
}
