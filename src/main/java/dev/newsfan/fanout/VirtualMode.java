package dev.newsfan.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** Asks all at once, with a virtual thread for each call that waits for its reply: as long as the longest call. */
public final class VirtualMode {

    private final ScheduledExecutorService timer;

    /** @param timer runs the deadlines */
    public VirtualMode(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Blocks the caller, best a virtual thread itself, until each call has a reply.
     *
     * @return the replies, in the order of the calls
     * @throws CancellationException if cancelled before the end; the calls under way are cancelled
     * @throws InterruptedException if the thread is interrupted; likewise
     */
    public <T> List<Reply<T>> ask(FanOut<T> fanOut, CancellationToken cancellation) throws InterruptedException {
        var named = Thread.ofVirtual().name("virtual-" + Thread.currentThread().threadId() + "-", 0);
        try (var threads = Executors.newThreadPerTaskExecutor(named.factory())) {
            List<Callable<Reply<T>>> tasks = new ArrayList<>();
            for (Call<T> call : fanOut.calls()) {
                tasks.add(() -> {
                    CallExecution<T> running = CallExecution.start(fanOut, call);
                    return running.reply(cancellation.await(running.outcome(timer)));
                });
            }
            List<Future<Reply<T>>> replies = threads.invokeAll(tasks);
            cancellation.check();
            return replies.stream().map(Future::resultNow).toList();
        }
    }
}
