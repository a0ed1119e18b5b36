package dev.newsfan.fanout;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** When, and on which executor, what follows a deadline runs. */
public interface Deadlines {

    Runnable schedule(Duration after, Runnable task);

    static Deadlines of(ScheduledExecutorService timer, Executor executor) {
        return (after, task) -> {
            var scheduled = timer.schedule(() -> executor.execute(task), after.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        };
    }
}
