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
 * Reads large answers on threads of their own.
 *
 * <p>Answers arrive on an event loop, which must not be held up. Reading a usual one takes it less than handing it over
 * would; but an RSS feed of 340 KB takes 40 ms and one of 1.7 MB a quarter of a second (2 cores, JDK 25), in which nobody
 * else on that loop would be served. The worker pool won't do: it may be full of {@code sync} requests.
 */
@Singleton
public class Decoders {

    /** The largest answer, in bytes, that is read where it arrives: about 2 ms for the slowest format. */
    static final int LARGEST_IN_PLACE = 16 * 1024;

    private final ExecutorService threads;

    Decoders() {
        // Reading is work for a processor, and more threads than processors would not make it faster.
        threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("newsfan-decoder-", 0).factory());
    }

    /** What the reading gives or fails with, emitted on the event loop where it was subscribed to, if it was on one. */
    public <T> Uni<T> decode(long size, Supplier<T> reading) {
        if (size <= LARGEST_IN_PLACE) {
            return Uni.createFrom().item(reading);
        }
        Context home = Vertx.currentContext();
        Executor back = home == null ? Runnable::run : task -> home.runOnContext(done -> task.run());
        return Uni.createFrom().<T>emitter(answer -> submit(reading, answer)).emitOn(back);
    }

    /** What nobody waits for any more is not read: in a crowd it would keep the others waiting. */
    private <T> void submit(Supplier<T> reading, UniEmitter<? super T> answer) {
        Future<?> submitted = threads.submit(() -> {
            try {
                answer.complete(reading.get());
            } catch (RuntimeException e) {
                answer.fail(e);
            }
        });
        answer.onTermination(() -> submitted.cancel(false));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
