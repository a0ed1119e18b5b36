package dev.newsfan.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all at once, with a virtual thread for each call that waits for its reply: as long as the longest call. */
public final class VirtualMode {

    private final Deadlines deadlines;

    /** @param deadlines must be met on other threads than the caller's */
    public VirtualMode(Deadlines deadlines) {
        this.deadlines = Objects.requireNonNull(deadlines, "deadlines");
    }

    /**
     * Blocks the caller, best a virtual thread itself, until each call has a reply. It can be called from any thread that may
     * block, and from several at a time; each call is made, and its progress told, on a virtual thread of its own.
     *
     * @return the replies, in the order of the calls
     * @throws CancellationException if cancelled before the end; the calls under way are cancelled
     * @throws InterruptedException if the thread is interrupted; likewise
     */
    public <T> List<Reply<T>> ask(FanOut<T> fanOut, CancellationToken token) throws InterruptedException {
        var named = Thread.ofVirtual().name("virtual-" + Thread.currentThread().threadId() + "-", 0);
        try (var threads = Executors.newThreadPerTaskExecutor(named.factory())) {
            List<Callable<Reply<T>>> tasks = new ArrayList<>();
            for (Call<T> call : fanOut.calls()) {
                tasks.add(() -> {
                    CallExecution<T> execution = CallExecution.start(fanOut, call);
                    return execution.reply(token.await(execution.outcome(deadlines)));
                });
            }
            List<Future<Reply<T>>> ended = threads.invokeAll(tasks);
            token.check();
            List<Reply<T>> replies = new ArrayList<>();
            for (Future<Reply<T>> reply : ended) {
                replies.add(reply.get());
            }
            return List.copyOf(replies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call has an outcome, whatever happens", e.getCause());
        }
    }
}
