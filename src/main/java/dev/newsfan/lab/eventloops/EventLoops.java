package dev.newsfan.lab.eventloops;

import dev.newsfan.http.ExclusiveRun;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Vert.x' event loops, by the names of their threads. Application-scoped, so that a service without a lab starts none for it. */
@ApplicationScoped
public class EventLoops {

    private final ExclusiveRun turn = new ExclusiveRun("Another experiment that watches the event loops is under way");
    private final VertxInternal vertx;
    private final SequencedMap<String, EventLoop> byName = new LinkedHashMap<>();

    /** How many streams each delivers that show the others' ticks. */
    private final Map<String, Integer> audiences = new ConcurrentHashMap<>();

    EventLoops(Vertx vertx) {
        // Only the inner interface makes a context on a loop of choice, and without a context nobody notices the
        // freeze: Vert.x looks for blocked threads among those that run one.
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

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** A stream with ticks begins to be delivered by a loop, or ends. */
    public void audience(String loop, int more) {
        audiences.merge(loop, more, Integer::sum);
    }

    private boolean isWatched(String loop) {
        return audiences.getOrDefault(loop, 0) > 0;
    }

    /** The loop to freeze: the current one, or one that delivers no ticks, as those would come when all is over. */
    public String toFreeze() {
        String current = Thread.currentThread().getName();
        var unwatched = names().stream().filter(loop -> !isWatched(loop)).findFirst();
        return isWatched(current) ? unwatched.orElse(current) : current;
    }

    /** What is to be said of freezing this loop for a request of the current one, if anything is. */
    public Optional<String> note(String loop) {
        if (isWatched(loop)) {
            return Optional.of("Every event loop delivers beats to somebody, so those of " + loop
                    + " see the freeze only when it is over. The times of the beats are right all the same.");
        }
        return loop.equals(Thread.currentThread().getName())
                ? Optional.empty()
                : Optional.of("The loop of this request delivers beats to somebody, so another one is taken.");
    }

    /** Runs an experiment with the loops to its end: one at a time, so that each sees its own doing only. */
    public <T> Uni<T> inTurn(Supplier<Uni<T>> experiment) {
        return turn.run(experiment);
    }

    /** Runs tasks on a loop. */
    public Executor executor(String loop) {
        Context context = vertx.createEventLoopContext(byName.get(loop), null, null);
        return task -> context.runOnContext(start -> task.run());
    }
}
