package dev.newsfan.policy;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An {@link Ask} behind a {@link Guard}. Mutiny's own operators tell of an answer and of a cancellation that come at the same time
 * twice, and of a cancellation before the call has ended; here a call has one end.
 */
final class Guarded implements Ask {

    private final Guard guard;
    private final Ask next;

    Guarded(Guard guard, Ask next) {
        this.guard = guard;
        this.next = next;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return new NewCall(asker -> begin(question, asker));
    }

    private void begin(Question question, UniSubscriber<? super SourceAnswer> asker) {
        Guard.Ending ending;
        try {
            ending = guard.enter(question);
        } catch (Throwable e) {
            AbstractUni.subscribe(Uni.createFrom().failure(e), asker);
            return;
        }
        AbstractUni.subscribe(NewCall.of(next, question), new Call(asker, ending));
    }

    /** One that has been let in. */
    private static final class Call implements UniSubscriber<SourceAnswer>, UniSubscription {

        private final UniSubscriber<? super SourceAnswer> asker;
        /** Null when it is over. */
        private final AtomicReference<Guard.Ending> ending;
        /** Set before its asker knows of it. */
        private volatile UniSubscription underWay;

        Call(UniSubscriber<? super SourceAnswer> asker, Guard.Ending ending) {
            this.asker = asker;
            this.ending = new AtomicReference<>(ending);
        }

        @Override
        public Context context() {
            return asker.context();
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            underWay = subscription;
            asker.onSubscribe(this);
        }

        @Override
        public void onItem(SourceAnswer answer) {
            Guard.Ending open = ending.getAndSet(null);
            if (open != null) {
                open.answered();
                asker.onItem(answer);
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            Guard.Ending open = ending.getAndSet(null);
            if (open != null) {
                open.failed(failure);
                asker.onFailure(failure);
            } else if (!(failure instanceof SourceException)) {
                Infrastructure.handleDroppedException(failure);
            }
        }

        @Override
        public void cancel() {
            Guard.Ending open = ending.getAndSet(null);
            if (open != null) {
                // First the call: who hears of its end may let in another.
                underWay.cancel();
                open.cancelled();
            }
        }
    }
}
