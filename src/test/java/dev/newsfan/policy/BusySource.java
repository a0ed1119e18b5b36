package dev.newsfan.policy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that many threads ask and end the calls of, and that counts them. */
final class BusySource implements Ask {

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Queue<Open> open = new ConcurrentLinkedQueue<>();

    /** A call that hasn't been ended by the source yet. */
    final class Open {

        private final UniEmitter<? super SourceAnswer> asker;
        private boolean over;

        private Open(UniEmitter<? super SourceAnswer> asker) {
            this.asker = asker;
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            asker.onTermination(this::end);
        }

        /** Whoever is told that it is over finds it counted so, even if another thread is just doing that. */
        private synchronized void end() {
            if (!over) {
                over = true;
                underWay.decrementAndGet();
            }
        }

        void answer() {
            end();
            asker.complete(SourceAnswer.NONE);
        }

        void fail(FailureReason reason) {
            end();
            asker.fail(new SourceException(reason));
        }
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().emitter(asker -> {
            calls.incrementAndGet();
            open.add(new Open(asker));
        });
    }

    /** One that may be ended, or has been cancelled. */
    Optional<Open> next() {
        return Optional.ofNullable(open.poll());
    }

    int calls() {
        return calls.get();
    }

    int underWay() {
        return underWay.get();
    }

    /** The most calls that were under way at a time. */
    int most() {
        return most.get();
    }
}
