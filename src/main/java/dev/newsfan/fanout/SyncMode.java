package dev.newsfan.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;

/** Asks one after another and waits for each reply on the caller's thread: as long as the sum of the calls. */
public final class SyncMode {

    private final ScheduledExecutorService timer;

    /** @param timer runs the deadlines; the threads that wait must not be its own */
    public SyncMode(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Blocks until each call has a reply. The calls that the budget no longer covers are skipped.
     *
     * @return the replies, in the order of the calls
     * @throws CancellationException if cancelled before the end; the call under way is cancelled, no other is made
     * @throws InterruptedException if the thread is interrupted; likewise
     */
    public <T> List<Reply<T>> ask(FanOut<T> fanOut, CancellationToken cancellation) throws InterruptedException {
        List<Reply<T>> replies = new ArrayList<>();
        for (Call<T> call : fanOut.calls()) {
            CallExecution<T> running = CallExecution.start(fanOut, call);
            replies.add(running.reply(cancellation.await(running.outcome(timer))));
        }
        return List.copyOf(replies);
    }
}
