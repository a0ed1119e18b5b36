package dev.newsfan.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A time that passes when a test says so. Tasks run on the thread that lets it pass. */
public final class ManualTiming implements Timing {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Task> tasks = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private record Task(Duration due, Runnable run) {}

    @Override
    public synchronized long nanos() {
        // It may begin anywhere, and overflow.
        return Long.MAX_VALUE - 777_777 + passed.toNanos();
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized Runnable after(Duration after, Runnable task) {
        Task planned = new Task(passed.plus(after), task);
        tasks.add(planned);
        return () -> cancel(planned);
    }

    private synchronized void cancel(Task task) {
        tasks.removeIf(planned -> planned == task);
    }

    /** How many tasks are planned. */
    public synchronized int planned() {
        return tasks.size();
    }

    /** Lets time pass, and runs what is due in its order, each at its time. */
    public void pass(Duration time) {
        Duration end = passed.plus(time);
        for (Optional<Task> due = next(end); due.isPresent(); due = next(end)) {
            due.get().run().run();
        }
        synchronized (this) {
            passed = end;
        }
    }

    private synchronized Optional<Task> next(Duration end) {
        Optional<Task> next =
                tasks.stream().filter(task -> task.due().compareTo(end) <= 0).min(Comparator.comparing(Task::due));
        next.ifPresent(task -> {
            tasks.removeIf(planned -> planned == task);
            passed = task.due();
        });
        return next;
    }
}
