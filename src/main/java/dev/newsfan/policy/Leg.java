package dev.newsfan.policy;

import static io.smallrye.mutiny.helpers.EmptyUniSubscription.CANCELLED;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One of several calls that a policy makes for one asker. It can be cancelled at any time and from any thread, also while it
 * begins; what comes at the same time is still told.
 */
abstract class Leg implements UniSubscriber<SourceAnswer> {

    private final Context context;
    /** Null before it has begun. */
    private final AtomicReference<UniSubscription> underWay = new AtomicReference<>();

    Leg(UniSubscriber<? super SourceAnswer> asker) {
        this.context = asker.context();
    }

    /** To be called once; without effect if it has been cancelled. */
    final void begin(Ask next, Question question) {
        if (underWay.get() == null) {
            AbstractUni.subscribe(NewCall.of(next, question), this);
        }
    }

    final void cancel() {
        UniSubscription call = underWay.getAndSet(CANCELLED);
        if (call != null) {
            call.cancel();
        }
    }

    @Override
    public final Context context() {
        return context;
    }

    @Override
    public final void onSubscribe(UniSubscription call) {
        if (!underWay.compareAndSet(null, call)) {
            call.cancel();
        }
    }
}
