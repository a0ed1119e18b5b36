package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Tells a thread that waits that nobody wants the answer any more.
 *
 * <p>A thread that waits for a reply can't see its client leave. Whoever sees it calls {@link #cancel()}; the calls under way
 * are then cancelled, and the mode ends with a {@link CancellationException}. A Uni needs none of this: cancelling the
 * subscription is enough.
 */
public final class CancellationToken {

    private final Set<CompletableFuture<?>> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /**
     * Ends all waits, now and later. It can be called from any thread, and more than once; the calls under way are cancelled
     * on that thread.
     */
    public void cancel() {
        cancelled = true;
        waits.forEach(wait -> wait.cancel(true));
    }

    /** Does nothing until {@link #cancel()} has been called; from then on it throws a {@link CancellationException}. */
    void check() {
        if (cancelled) {
            throw new CancellationException("Nobody waits for the answer any more");
        }
    }

    /**
     * Blocks the current thread until the Uni has emitted its item. To be called from any thread that may block.
     *
     * @param uni must not fail
     * @throws CancellationException if cancelled before that; the Uni is then cancelled too
     * @throws InterruptedException if the thread is interrupted; likewise
     */
    public <T> T await(Uni<T> uni) throws InterruptedException {
        check();
        CompletableFuture<T> wait = uni.subscribeAsCompletionStage();
        waits.add(wait);
        try {
            // A cancel() that came between the first check and the add has not seen this wait.
            check();
            return wait.get();
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } catch (CancellationException e) {
            check();
            throw broken(e);
        } finally {
            waits.remove(wait);
            // Without effect on a finished wait; after an interrupt it ends the call.
            wait.cancel(true);
        }
    }

    private static IllegalStateException broken(Throwable cause) {
        return new IllegalStateException("An outcome is an item, never a failure", cause);
    }
}
