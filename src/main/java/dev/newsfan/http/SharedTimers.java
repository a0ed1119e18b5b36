package dev.newsfan.http;

import dev.newsfan.fanout.Deadlines;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deadlines of many calls on few timers: those that fall within the same four milliseconds are met together. Nearly every call ends
 * before its deadline, so what counts is what it costs to set one and to take it back; a timer for each call is ten times dearer.
 *
 * <p>From any thread. A deadline is met up to four milliseconds late, and never early.
 */
final class SharedTimers implements Deadlines {

    private static final long GRAIN = 4_000_000;

    private final Map<Long, Timer> timers = new HashMap<>();
    private final Clockwork clockwork;

    /** @param clockwork what the timers are made of */
    SharedTimers(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    /** Runs a task once, after some nanoseconds. */
    @FunctionalInterface
    interface Clockwork {
        void schedule(Runnable task, long nanos);
    }

    @Override
    public Runnable schedule(Duration after, Runnable task) {
        long now = System.nanoTime();
        long due = Math.ceilDiv(now + after.toNanos(), GRAIN);
        synchronized (this) {
            Timer timer = timers.get(due);
            if (timer == null) {
                timer = new Timer(due);
                clockwork.schedule(timer, due * GRAIN - now);
                timers.put(due, timer);
            }
            return timer.add(task);
        }
    }

    /** What is due at the same time. It isn't stopped when nothing is left of it: it is kept for others until then. */
    private final class Timer implements Runnable {

        private final long due;
        private final Set<Deadline> deadlines = new LinkedHashSet<>();

        Timer(long due) {
            this.due = due;
        }

        Runnable add(Runnable task) {
            Deadline deadline = new Deadline(task);
            deadlines.add(deadline);
            return () -> remove(deadline);
        }

        private void remove(Deadline deadline) {
            synchronized (SharedTimers.this) {
                deadlines.remove(deadline);
            }
        }

        @Override
        public void run() {
            List<Deadline> met;
            synchronized (SharedTimers.this) {
                timers.remove(due);
                met = new ArrayList<>(deadlines);
                deadlines.clear();
            }
            met.forEach(Deadline::meet);
        }
    }

    /** One of them, which is not equal to any other. */
    private static final class Deadline {

        private final Runnable task;

        Deadline(Runnable task) {
            this.task = task;
        }

        void meet() {
            try {
                task.run();
            } catch (Throwable e) {
                // The others are to be met all the same.
                Infrastructure.handleDroppedException(e);
            }
        }
    }
}
