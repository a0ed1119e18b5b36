package dev.newsfan.desk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Brings events from any thread to the event loop that wants them.
 *
 * <p>Mutiny's emitters with a buffer must not be cancelled while another thread emits: both would take from a queue that is
 * made for one reader, and the second one goes round in it for ever, be it an event loop or not (Mutiny 3.2.0; RelayTest
 * shows it). On a single thread the two never meet.
 *
 * @param <T> an event
 */
final class Relay<T> {

    private final MultiEmitter<? super T> emitter;
    private final Executor loop;

    private Relay(MultiEmitter<? super T> emitter, Executor loop) {
        this.emitter = emitter;
        this.loop = loop;
    }

    /**
     * Events in their order.
     *
     * @param loop where they are emitted, one at a time; who subscribes has to cancel there
     * @param mostEvents how many there are at most, as none is lost however slowly they are read
     * @param start begins what makes events; cancelling the events cancels its result
     */
    static <T> Multi<T> events(Executor loop, int mostEvents, Function<Relay<T>, Cancellable> start) {
        return Multi.createFrom()
                .emitter(emitter -> emitter.onTermination(start.apply(new Relay<>(emitter, loop))::cancel), mostEvents);
    }

    /** From any thread. */
    void emit(T event) {
        loop.execute(() -> emitter.emit(event));
    }

    /** The last one; from any thread. */
    void end(T event) {
        loop.execute(() -> emitter.emit(event).complete());
    }

    /** Instead of the last one; from any thread. */
    void fail(Throwable failure) {
        loop.execute(() -> emitter.fail(failure));
    }
}
