package dev.newsfan.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Does what takes a processor for long on threads of its own: reading large answers, and large merges.
 *
 * <p>Answers arrive on an event loop, which must not be held up. Reading a usual one takes it less than handing it over
 * would; but one of 2 MB that wants to be slow can take half a second (2 cores, JDK 25), in which nobody else on that loop
 * would be served. The worker pool won't do: it may be full of {@code sync} requests.
 *
 * <p>Each source has a {@link Lane} of its own. Lanes take turns, and none takes all threads, so that one that is expensive delays
 * itself.
 */
@Singleton
public class ComputePool {

    /** The largest answer, in bytes, that is read where it arrives: a fraction of a millisecond when warm. */
    static final int LARGEST_IN_PLACE = 16 * 1024;

    /** As many as there are processors, but for one processor two, so that a lane can leave one. */
    static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("newsfan-compute-", 0).factory());

    /** Those that have something to do and may take a thread, in the order of their turns. Guarded by this. */
    private final SequencedSet<Lane> ready = new LinkedHashSet<>();

    private int busy;

    /** For work of one kind, that of a source or of the merges. */
    public Lane lane() {
        return new Lane();
    }

    /** Work that waits for its turn one after another. */
    public final class Lane {

        /** Guarded by the pool, as are the others. */
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        private int running;

        private Lane() {}

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
            Runnable task = () -> {
                try {
                    result.complete(work.get());
                } catch (Throwable e) {
                    // Also an error, such as a stack that overflows: whoever waits must hear of it.
                    result.fail(e);
                }
            };
            result.onTermination(() -> leave(this, task));
            enter(this, task);
        }

        private boolean mayRun() {
            return !waiting.isEmpty() && running < THREADS - 1;
        }
    }

    private synchronized void enter(Lane lane, Runnable task) {
        lane.waiting.addLast(task);
        takeTurn(lane);
    }

    private synchronized void leave(Lane lane, Runnable task) {
        if (lane.waiting.remove(task) && !lane.mayRun()) {
            ready.remove(lane);
        }
    }

    /** Under the lock. */
    private void startWhatMay() {
        while (busy < THREADS && !ready.isEmpty()) {
            Lane lane = ready.removeFirst();
            Runnable task = lane.waiting.removeFirst();
            lane.running++;
            busy++;
            if (lane.mayRun()) {
                ready.add(lane);
            }
            threads.execute(() -> run(lane, task));
        }
    }

    private void run(Lane lane, Runnable task) {
        try {
            task.run();
        } finally {
            ended(lane);
        }
    }

    private synchronized void ended(Lane lane) {
        lane.running--;
        busy--;
        takeTurn(lane);
    }

    /** A lane that has its turn to come keeps its place. */
    private void takeTurn(Lane lane) {
        if (lane.mayRun()) {
            ready.add(lane);
        }
        startWhatMay();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
