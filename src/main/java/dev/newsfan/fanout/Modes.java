package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The three modes, by name: the one place where a mode is registered. It can be used from any thread. */
public final class Modes {

    private final SyncMode sync;
    private final AsyncMode async;
    private final VirtualMode virtual;
    private final Executor workers;
    private final Executor virtualThreads;

    /**
     * @param deadlines of all modes
     * @param workers runs what {@link #ask} asks in {@code sync} mode; it blocks a thread for as long as that takes
     * @param virtualThreads likewise in {@code virtual} mode
     */
    public Modes(Deadlines deadlines, Executor workers, Executor virtualThreads) {
        this.sync = new SyncMode(deadlines);
        this.async = new AsyncMode(deadlines);
        this.virtual = new VirtualMode(deadlines);
        this.workers = Objects.requireNonNull(workers, "workers");
        this.virtualThreads = Objects.requireNonNull(virtualThreads, "virtualThreads");
    }

    public SyncMode sync() {
        return sync;
    }

    public AsyncMode async() {
        return async;
    }

    public VirtualMode virtual() {
        return virtual;
    }

    /**
     * Asks in the named mode when subscribed to, from any thread, and never blocks that thread: {@code sync} on a thread of
     * the workers, {@code virtual} on one of the virtual threads, {@code async} where it is subscribed to. Each subscription
     * asks anew, within the same budget. Cancelling it cancels the calls under way, and nothing is heard of it after that.
     *
     * @return emits the replies, in the order of the calls, on the thread that asked, or in {@code async} mode on the one
     *     that brought the last; it fails if that executor refuses, or if its thread is interrupted
     */
    public <T> Uni<List<Reply<T>>> ask(Mode mode, FanOut<T> fanOut) {
        return switch (mode) {
            case SYNC -> on(workers, fanOut, sync::ask);
            case ASYNC -> async.ask(fanOut);
            case VIRTUAL -> on(virtualThreads, fanOut, virtual::ask);
        };
    }

    /** With an emitter, as that ignores a failure that comes when everybody has gone: another Uni would report it. */
    private static <T> Uni<List<Reply<T>>> on(Executor threads, FanOut<T> fanOut, Waiting<T> mode) {
        return Uni.createFrom().emitter(asker -> {
            CancellationToken token = new CancellationToken();
            asker.onTermination(token::cancel);
            threads.execute(() -> {
                List<Reply<T>> replies;
                try {
                    replies = mode.ask(fanOut, token);
                } catch (Throwable e) {
                    asker.fail(e);
                    return;
                }
                asker.complete(replies);
            });
        });
    }

    /** A mode that blocks the thread that asks. */
    private interface Waiting<T> {
        List<Reply<T>> ask(FanOut<T> fanOut, CancellationToken token) throws InterruptedException;
    }
}
