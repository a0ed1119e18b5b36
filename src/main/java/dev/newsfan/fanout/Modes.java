package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Executor;

/** The three modes. */
public final class Modes {

    private final SyncMode sync;
    private final AsyncMode async;
    private final VirtualMode virtual;
    private final Executor workers;
    private final Executor virtualThreads;

    public Modes(Deadlines deadlines, Executor workers, Executor virtualThreads) {
        this.sync = new SyncMode(deadlines);
        this.async = new AsyncMode(deadlines);
        this.virtual = new VirtualMode(deadlines);
        this.workers = workers;
        this.virtualThreads = virtualThreads;
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

    public <T> Uni<List<Reply<T>>> ask(Mode mode, FanOut<T> fanOut) {
        return switch (mode) {
            case SYNC -> on(workers, token -> sync.ask(fanOut, token));
            case ASYNC -> async.ask(fanOut);
            case VIRTUAL -> on(virtualThreads, token -> virtual.ask(fanOut, token));
        };
    }

    private interface Work<R> {
        R with(CancellationToken token) throws InterruptedException;
    }

    private static <R> Uni<R> on(Executor threads, Work<R> work) {
        return Uni.createFrom().emitter(result -> {
            CancellationToken token = new CancellationToken();
            result.onTermination(token::cancel);
            threads.execute(() -> {
                try {
                    result.complete(work.with(token));
                } catch (Exception e) {
                    result.fail(e);
                }
            });
        });
    }
}
