package dev.newsfan.fanout;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When, and on which executor, what follows a deadline runs.
 *
 * <p>A call that misses its deadline is cancelled there, and whoever asked goes on from there. A service may implement it
 * itself, for instance with an event loop, which is both. It is called from any thread.
 */
public interface Deadlines {

    /**
     * Has a task run once, when this time has passed. It may come late, and up to a millisecond early.
     *
     * @param after above zero
     * @param task takes as long as what the asker does next
     * @return takes the deadline back, from any thread; once the task runs, or a second time, it has no effect
     * @throws RejectedExecutionException if there are no deadlines any more; the call is then not made, and fails
     */
    Runnable schedule(Duration after, Runnable task);

    /**
     * Deadlines told by a timer and met on an executor.
     *
     * @param timer only hands over, so a single thread serves all. If it is a {@code ScheduledThreadPoolExecutor}, have it
     *     remove what is cancelled, as nearly every call ends before its deadline
     * @param executor runs what follows a deadline. Its threads must not be the ones that wait for replies; if it refuses,
     *     a virtual thread does it instead
     */
    static Deadlines of(ScheduledExecutorService timer, Executor executor) {
        return (after, task) -> {
            long nanos = TimeUnit.NANOSECONDS.convert(after);
            Future<?> deadline = timer.schedule(() -> handOver(task, executor), nanos, TimeUnit.NANOSECONDS);
            return () -> deadline.cancel(false);
        };
    }

    private static void handOver(Runnable task, Executor executor) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException full) {
            // A call without a deadline would never end, and the timer's thread is for nobody's code.
            Thread.startVirtualThread(task);
        }
    }
}
