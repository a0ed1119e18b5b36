package dev.newsfan.aggregate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Brings events from any thread to the event loop that wants them.
 *
 * <p>Mutiny's emitters with a buffer must not be cancelled while another thread emits: both would take from a queue that is
 * made for one reader, and the second one goes round in it for ever, be it an event loop or not (Mutiny 3.2.0; EventLoopEmitterTest
 * shows it). On a single thread the two never meet.
 *
 * @param <T> an event
 */
final class EventLoopEmitter<T> {

    private final MultiEmitter<? super T> emitter;
    private final Executor loop;

    private EventLoopEmitter(MultiEmitter<? super T> emitter, Executor loop) {
        this.emitter = emitter;
        this.loop = loop;
    }

    /**
     * Events in their order, emitted one at a time on the event loop on which they are subscribed to and have to be cancelled.
     *
     * @param mostEvents how many there are at most, as none is lost however slowly they are read
     * @param start begins what makes events; cancelling the events cancels its result
     */
    static <T> Multi<T> events(int mostEvents, Function<EventLoopEmitter<T>, Cancellable> start) {
        return Multi.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return on(event -> context.runOnContext(begin -> event.run()), mostEvents, start);
        });
    }

    /** The same on an event loop of choice. */
    static <T> Multi<T> on(Executor loop, int mostEvents, Function<EventLoopEmitter<T>, Cancellable> start) {
        return Multi.createFrom()
                .emitter(
                        emitter -> emitter.onTermination(start.apply(new EventLoopEmitter<>(emitter, loop))::cancel),
                        mostEvents);
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
