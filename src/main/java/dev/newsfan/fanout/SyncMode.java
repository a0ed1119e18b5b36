package dev.newsfan.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Asks one after another and waits for each reply on the caller's thread: as long as the sum of the calls. */
public final class SyncMode {

    private final Deadlines deadlines;

    /** @param deadlines must be met on other threads than those that wait */
    public SyncMode(Deadlines deadlines) {
        this.deadlines = Objects.requireNonNull(deadlines, "deadlines");
    }

    /**
     * Blocks until each call has a reply. The calls that the budget no longer covers are skipped. It can be called from any
     * thread that may block, and from several at a time; calls are made, and progress is told, on the caller's thread.
     *
     * @return the replies, in the order of the calls
     * @throws CancellationException if cancelled before the end; the call under way is cancelled, no other is made
     * @throws InterruptedException if the thread is interrupted; likewise
     */
    public <T> List<Reply<T>> ask(FanOut<T> fanOut, CancellationToken token) throws InterruptedException {
        List<Reply<T>> replies = new ArrayList<>();
        for (Call<T> call : fanOut.calls()) {
            CallExecution<T> execution = CallExecution.start(fanOut, call);
            replies.add(execution.reply(token.await(execution.outcome(deadlines))));
        }
        return List.copyOf(replies);
    }
}
