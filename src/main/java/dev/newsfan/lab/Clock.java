package dev.newsfan.lab;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.core.ContextAwareScheduler;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Waits without a thread that waits. */
@Singleton
class Clock {

    private final Vertx vertx;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("newsfan-lab-deadlines").daemon().factory());

    Clock(Vertx vertx) {
        this.vertx = vertx;
        // Nearly every task ends before its deadline; what is left of it should not stay in memory until then.
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Emits null after the time, on the event loop that it was subscribed on. Cancelling it ends the wait. */
    Uni<Void> pass(Duration time) {
        return Uni.createFrom().emitter(waiting -> {
            long timer = vertx.setTimer(Math.max(1, time.toMillis()), ring -> waiting.complete(null));
            waiting.onTermination(() -> vertx.cancelTimer(timer));
        });
    }

    /** As {@link #pass}, but for no longer than the visit lasts. */
    Uni<Void> passFor(Visit visit, Duration time) {
        return Uni.createFrom().emitter(waiting -> {
            visit.whenLeft(() -> waiting.complete(null));
            pass(time).subscribe().with(waiting::complete);
        });
    }

    /** For the fan-outs of the lab: ends calls at their deadline. */
    ScheduledExecutorService deadlines() {
        return deadlines;
    }

    /** Comes back to the event loop that it was called on, so that whatever follows a deadline runs there. */
    ScheduledExecutorService deadlinesOfThisLoop() {
        return ContextAwareScheduler.delegatingTo(deadlines).withCurrentContext();
    }

    @PreDestroy
    void stop() {
        deadlines.shutdownNow();
    }
}
