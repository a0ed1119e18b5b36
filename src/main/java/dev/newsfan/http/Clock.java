package dev.newsfan.http;

import dev.newsfan.fanout.Deadlines;
import dev.newsfan.fanout.Modes;
import io.netty.channel.EventLoop;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The clock that ends calls at their deadline, and that waits where no thread should.
 *
 * <p>On an event loop it is that loop's own: no other thread has to be told of a deadline, or that it is off. For all other
 * threads it has one of its own, and what follows a deadline runs on a virtual thread. Mutiny's default timer hands its work
 * to the worker pool, where a full house of {@code sync} requests would keep the deadlines waiting that are to end them.
 */
@Singleton
public final class Clock implements Deadlines {

    private final Vertx vertx;
    private final Map<EventLoop, Deadlines> onLoop = new ConcurrentHashMap<>();
    private final Deadlines offLoop;
    private final Deadlines exactOffLoop;
    private final ScheduledThreadPoolExecutor timer;

    Clock(Vertx vertx) {
        this.vertx = vertx;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("newsfan-deadlines").daemon().factory());
        // What is taken back should not stay in memory until its time.
        timer.setRemoveOnCancelPolicy(true);
        // Refuses nobody: a call whose deadline isn't met might never end.
        Executor virtualThreads = Thread::startVirtualThread;
        exactOffLoop = Deadlines.of(timer, virtualThreads);
        Deadlines shared = new SharedTimers((task, nanos) -> timer.schedule(task, nanos, TimeUnit.NANOSECONDS));
        offLoop = (after, task) -> shared.schedule(after, () -> virtualThreads.execute(task));
    }

    /** From any thread; called on an event loop, the task runs there, too. */
    @Override
    public Runnable schedule(Duration after, Runnable task) {
        if (!Context.isOnEventLoopThread()) {
            return offLoop.schedule(after, task);
        }
        ContextInternal home = ContextInternal.current();
        return onLoop.computeIfAbsent(home.nettyEventLoop(), Clock::timersOf)
                .schedule(after, () -> home.dispatch(task));
    }

    private static Deadlines timersOf(EventLoop loop) {
        return new SharedTimers((task, nanos) -> loop.schedule(task, nanos, TimeUnit.NANOSECONDS));
    }

    /**
     * Emits null after the time, where it was subscribed to if that was an event loop. Cancelling it ends the wait. Unlike a
     * deadline it is exact to a millisecond, and costs a timer of its own.
     */
    public Uni<Void> pass(Duration time) {
        return Uni.createFrom().emitter(waiting -> waiting.onTermination(ring(time, () -> waiting.complete(null))));
    }

    private Runnable ring(Duration after, Runnable task) {
        if (!Context.isOnEventLoopThread()) {
            return exactOffLoop.schedule(after, task);
        }
        long id = vertx.setTimer(wholeMillis(after), ring -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    /** Rounded up: nothing may end too early. Vert.x' timers count in milliseconds, of which it takes one at least. */
    private static long wholeMillis(Duration time) {
        return Math.max(1, Math.ceilDiv(time.toNanos(), 1_000_000));
    }

    /** The three modes on this clock, on the threads that Quarkus has for {@code @Blocking} and {@code @RunOnVirtualThread}. */
    @Produces
    @Singleton
    static Modes modes(Clock clock, ExecutorService workers, @VirtualThreads ExecutorService virtualThreads) {
        return new Modes(clock, workers, virtualThreads);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
