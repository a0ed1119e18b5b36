package dev.newsfan.lab;

import dev.newsfan.fanout.Cancellation;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One experiment of one caller, from its arrival on. */
final class Visit {

    private static final String KEY = Visit.class.getName();

    private final Runnable onLeave;
    private final Stopwatch sinceArrival = Stopwatch.start();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicBoolean left = new AtomicBoolean();

    /** @param onLeave runs once, when the experiment has ended */
    Visit(Runnable onLeave) {
        this.onLeave = onLeave;
    }

    /** Is cancelled when the caller goes away. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Blocks the current thread for this time, or until the caller has gone: nobody should keep a thread from afar. */
    void sleep(Duration time) throws InterruptedException {
        gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How long ago the request came in. */
    Duration sinceArrival() {
        return sinceArrival.elapsed();
    }

    void keepIn(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The visit of a request; {@link LabDoor} has given it one. */
    static Visit of(RoutingContext request) {
        return request.get(KEY);
    }

    /** Makes room for another; once or more often. */
    void leave() {
        if (left.compareAndSet(false, true)) {
            onLeave.run();
        }
    }

    /** The caller has gone: whatever is under way for it ends. */
    void abandon() {
        cancellation.cancel();
        gone.countDown();
        leave();
    }
}
