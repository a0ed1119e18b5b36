package dev.newsfan.source;

import dev.newsfan.policy.Timing;
import io.vertx.core.Vertx;
import java.time.Duration;

/** The real time, with tasks on an event loop: the one that they are made on, if it is one. */
final class VertxTiming implements Timing {

    private final Vertx vertx;

    VertxTiming(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable after(Duration after, Runnable task) {
        // Vert.x counts in milliseconds, of which it takes one at least. Rounded up: nothing may come too early.
        long timer = vertx.setTimer(Math.max(1, Math.ceilDiv(after.toNanos(), 1_000_000)), due -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
