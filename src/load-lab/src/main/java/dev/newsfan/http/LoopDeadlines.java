package dev.newsfan.http;

import dev.newsfan.fanout.Deadlines;
import io.vertx.core.Vertx;

/** The service's way of keeping deadlines, for a server of the lab. It stands in the service's package, as there nobody else needs it. */
public final class LoopDeadlines {

    private LoopDeadlines() {}

    /** On timers of the event loop that asks, which is where everything else happens as well. */
    public static Deadlines on(Vertx vertx) {
        return new SharedTimers(
                (task, nanos) -> vertx.setTimer(Math.max(1, Math.ceilDiv(nanos, 1_000_000)), due -> task.run()));
    }
}
