package dev.newsfan.fanout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A fan-out under way.
 *
 * @param future completes as the mode ends, with its replies or its exception
 * @param leave what is done when nobody wants the answer any more
 */
record Asked(CompletableFuture<List<Reply<String>>> future, Runnable leave) {

    /** A mode that blocks the thread that asks. */
    interface Blocking {
        List<Reply<String>> ask(CancellationToken token) throws InterruptedException;
    }

    /** Asks on a thread of its own, which must be new. */
    static Asked on(Thread.Builder asker, Blocking mode) {
        CancellationToken token = new CancellationToken();
        CompletableFuture<List<Reply<String>>> future = new CompletableFuture<>();
        asker.start(() -> {
            try {
                future.complete(mode.ask(token));
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return new Asked(future, token::cancel);
    }

    /** Waits for the replies. */
    List<Reply<String>> replies() {
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Waits for the exception that it ends with. */
    Throwable failure() {
        try {
            throw new AssertionError("It ended with replies: " + future.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (RuntimeException e) {
            return e;
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("It did not end", e);
        }
    }
}
