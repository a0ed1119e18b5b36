package dev.newsfan.desk;

import io.netty.channel.EventLoop;
import io.smallrye.mutiny.vertx.core.ContextAwareScheduler;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The clock that ends calls at their deadline.
 *
 * <p>It has a thread of its own. Mutiny's default timer hands its work to the worker pool, where a full house of {@code
 * sync} requests would keep the deadlines waiting that are to end them.
 */
@Singleton
class Timers {

    private final ScheduledThreadPoolExecutor own;

    Timers() {
        own = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("newsfan-deadlines").daemon().factory());
        // Nearly every call ends before its deadline; what is left of it should not stay in memory until then.
        own.setRemoveOnCancelPolicy(true);
    }

    /** Runs on its own thread; what it runs must be short. */
    ScheduledExecutorService own() {
        return own;
    }

    /** The clock of the event loop that it was called on: no other thread has to be told of a deadline, or that it is off. */
    ScheduledExecutorService ofThisEventLoop() {
        EventLoop clock = ContextInternal.current().nettyEventLoop();
        return ContextAwareScheduler.delegatingTo(clock).withCurrentContext();
    }

    /** Runs things on the event loop that it was called on, one after another. */
    Executor thisEventLoop() {
        Context context = Vertx.currentContext();
        return thing -> context.runOnContext(start -> thing.run());
    }

    @PreDestroy
    void stop() {
        own.shutdownNow();
    }
}
