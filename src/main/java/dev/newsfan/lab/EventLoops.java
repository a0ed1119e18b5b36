package dev.newsfan.lab;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Vert.x' event loops, by the names of their threads. Application-scoped, so that a service without a lab starts none for it. */
@ApplicationScoped
class EventLoops {

    private final VertxInternal vertx;
    private final SequencedMap<String, EventLoop> byName = new LinkedHashMap<>();

    /** How many streams each delivers that show the others' beats. */
    private final Map<String, Integer> audiences = new ConcurrentHashMap<>();

    EventLoops(Vertx vertx) {
        // Only the inner interface makes a context on a loop of choice, and without a context nobody notices the
        // freeze:
        // Vert.x looks for blocked threads among those that run one.
        this.vertx = (VertxInternal) vertx;
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            byName.put(nameOf(loop), (EventLoop) loop);
        }
    }

    private static String nameOf(EventExecutor loop) {
        return loop.submit(() -> Thread.currentThread().getName())
                .awaitUninterruptibly()
                .getNow();
    }

    SequencedMap<String, EventLoop> byName() {
        return byName;
    }

    /** A stream with beats begins to be delivered by a loop. */
    void audience(String loop, int more) {
        audiences.merge(loop, more, Integer::sum);
    }

    /**
     * The loop that an experiment may freeze: the current one, unless it delivers beats to somebody and another doesn't; or
     * they would see the freeze only when it is over.
     */
    String toFreeze() {
        String current = Thread.currentThread().getName();
        Optional<String> unwatched =
                byName.keySet().stream().filter(loop -> !isWatched(loop)).findFirst();
        return isWatched(current) ? unwatched.orElse(current) : current;
    }

    boolean isWatched(String loop) {
        return audiences.getOrDefault(loop, 0) > 0;
    }

    /** Runs something on a loop. Emits what it returns. */
    <T> Uni<T> run(String loop, Supplier<T> work) {
        Context context = vertx.createEventLoopContext(byName.get(loop), null, null);
        return Uni.createFrom()
                .emitter(running -> context.runOnContext(start -> {
                    try {
                        running.complete(work.get());
                    } catch (RuntimeException e) {
                        running.fail(e);
                    }
                }));
    }
}
