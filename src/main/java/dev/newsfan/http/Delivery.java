package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of an answer to its caller: from the arrival of the request until the last byte has been written, or nobody reads
 * any more. What Vert.x calls the end of a response is that it has been made; its bytes may wait for as long as the caller
 * likes. Listeners may come from any thread; the rest belongs to the connection's event loop.
 */
abstract class Delivery {

    private static final String KEY = Delivery.class.getName();
    private static final int SWITCHING_PROTOCOLS = 101;

    private final List<Consumer<Boolean>> listeners = new ArrayList<>();
    private Optional<Boolean> written = Optional.empty();
    private volatile Optional<Budget> time = Optional.empty();

    /** That of a request, if it came by a connection that is watched: all do but those of a test. */
    static Optional<Delivery> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    final void keepWith(RoutingContext request) {
        request.put(KEY, this);
    }

    /** Tells once that it is over, with whether the answer was written; at once if it is. */
    final void whenOver(Consumer<Boolean> listener) {
        synchronized (this) {
            if (written.isEmpty()) {
                listeners.add(listener);
                return;
            }
        }
        listener.accept(written.get());
    }

    /** It is over; what counts is the first time. */
    final void over(boolean all) {
        synchronized (this) {
            if (written.isPresent()) {
                return;
            }
            written = Optional.of(all);
        }
        listeners.forEach(listener -> listener.accept(all));
    }

    /** Sets the time that is left for it, instead of what an answer has from its head on: a stream waits for sources, too. */
    final void mustBeOverIn(Duration left) {
        time = Optional.of(Budget.startingNow(left));
    }

    /** Whether the caller has taken too long, by one limit or the other. */
    final boolean isTooSlow(CallerLimits limits) {
        HttpServerResponse response = response();
        // After 101 there is no answer any more, but another protocol.
        if (time.isEmpty() && response.headWritten() && response.getStatusCode() != SWITCHING_PROTOCOLS) {
            mustBeOverIn(limits.answer());
        }
        return isStalled() || time.filter(left -> left.left().isZero()).isPresent();
    }

    abstract HttpServerResponse response();

    /** The answer has been made, and what remains is to write it. From any thread. */
    abstract void made();

    /** Whether bytes of it wait, for the write limit, and none is taken. */
    abstract boolean isStalled();

    /** Gives it up. */
    abstract void cut();
}
