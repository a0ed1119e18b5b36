package dev.newsfan.lab;

import dev.newsfan.fanout.CancellationToken;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One experiment of one caller, from its arrival on. */
final class Visit {

    private static final String KEY = Visit.class.getName();

    private final List<Runnable> onLeave = new ArrayList<>();
    private final Stopwatch sinceArrival = Stopwatch.start();
    private final CancellationToken cancellation = new CancellationToken();
    private final CountDownLatch gone = new CountDownLatch(1);
    private boolean left;

    /** @param onLeave runs once, when the experiment has ended */
    Visit(Runnable onLeave) {
        this.onLeave.add(onLeave);
    }

    /**
     * Has something else run once, when the experiment has ended; at once if it has. That happens in any case, also if the
     * answer can't even begin; what an answer that is a stream would do at its end doesn't.
     */
    void whenLeft(Runnable action) {
        synchronized (this) {
            if (!left) {
                onLeave.add(action);
                return;
            }
        }
        action.run();
    }

    /** Is cancelled when the caller goes away. */
    CancellationToken cancellation() {
        return cancellation;
    }

    /** Blocks the current thread for this time, or until the caller has gone: nobody should keep a thread from afar. */
    void sleep(Duration time) throws InterruptedException {
        gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the caller has gone, so that nobody needs what is being made. */
    boolean isAbandoned() {
        return gone.getCount() == 0;
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
        synchronized (this) {
            if (left) {
                return;
            }
            left = true;
        }
        onLeave.forEach(Runnable::run);
    }

    /** The caller has gone: whatever is under way for it ends. */
    void abandon() {
        cancellation.cancel();
        gone.countDown();
        leave();
    }
}
