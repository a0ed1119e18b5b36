package dev.newsfan.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Does what takes a processor for long on threads of its own: reading large answers, and large merges.
 *
 * <p>Answers arrive on an event loop, which must not be held up. Reading a usual one takes it less than handing it over
 * would; but one of 2 MB that wants to be slow can take half a second (2 cores, JDK 25), in which nobody else on that loop
 * would be served. The worker pool won't do: it may be full of {@code sync} requests.
 */
@Singleton
public class ComputePool {

    /** The largest answer, in bytes, that is read where it arrives: a fraction of a millisecond when warm. */
    static final int LARGEST_IN_PLACE = 16 * 1024;

    private final ExecutorService threads;

    ComputePool() {
        // Reading is work for a processor, and more threads than processors would not make it faster.
        threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("newsfan-compute-", 0).factory());
    }

    /**
     * Runs something: where it is subscribed to if it is small, otherwise on a thread of the pool.
     *
     * @param size how many bytes are read, or about as many as the work takes as long as
     * @return what the work returns or fails with, emitted on the event loop where it was subscribed to, if it was on one
     */
    public <T> Uni<T> run(long size, Supplier<T> work) {
        if (size <= LARGEST_IN_PLACE) {
            return Uni.createFrom().item(work);
        }
        Context home = Vertx.currentContext();
        Executor back = home == null ? Runnable::run : task -> home.runOnContext(done -> task.run());
        return Uni.createFrom().<T>emitter(result -> submit(work, result)).emitOn(back);
    }

    /** What nobody waits for any more is not begun: in a crowd it would keep the others waiting. */
    private <T> void submit(Supplier<T> work, UniEmitter<? super T> result) {
        Future<?> submitted = threads.submit(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                // Also an error, such as a stack that overflows: whoever waits must hear of it.
                result.fail(e);
            }
        });
        result.onTermination(() -> submitted.cancel(false));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
