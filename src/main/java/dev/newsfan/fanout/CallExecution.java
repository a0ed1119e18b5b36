package dev.newsfan.fanout;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One call from its start to its reply: what the three modes share, which is everything but the waiting.
 *
 * <p>Four can end it: the answer, the failure, the deadline and whoever asked. The first is heard, on its own thread, and
 * the others never are.
 */
final class CallExecution<T> implements UniSubscriber<T> {

    /** Deadlines may come a little early; what they then leave is too little to ask anybody. */
    private static final Duration LEAST = Duration.ofMillis(1);

    /** Takes the place of the subscription when the call has ended. */
    private static final UniSubscription ENDED = () -> {};

    private final FanOut<T> fanOut;
    private final Call<T> call;
    private final Duration started;
    private final AtomicReference<UniSubscription> subscription = new AtomicReference<>();
    private UniEmitter<? super Outcome<T>> asker;
    private volatile Runnable deadline = () -> {};

    private CallExecution(FanOut<T> fanOut, Call<T> call) {
        this.fanOut = fanOut;
        this.call = call;
        this.started = fanOut.budget().spent();
    }

    static <T> CallExecution<T> start(FanOut<T> fanOut, Call<T> call) {
        return new CallExecution<>(fanOut, call);
    }

    /**
     * Asks when subscribed to, which may happen once, and turns whatever happens into an outcome: it never fails. Cancelling
     * it cancels the call; so does the deadline, which covers the whole answer and not only its beginning.
     */
    Uni<Outcome<T>> outcome(Deadlines deadlines) {
        Duration left = fanOut.budget().left();
        if (left.compareTo(LEAST) < 0) {
            return Uni.createFrom().item(() -> instead(new Outcome.Skipped<>()));
        }
        boolean budgetBound = left.compareTo(call.timeout()) < 0;
        Duration allowed = budgetBound ? left : call.timeout();
        Outcome.Timeout<T> late = new Outcome.Timeout<>(allowed, budgetBound);
        return Uni.createFrom().emitter(caller -> ask(caller, deadlines, late));
    }

    private void ask(UniEmitter<? super Outcome<T>> caller, Deadlines deadlines, Outcome.Timeout<T> late) {
        asker = caller;
        tell(new Progress.Started<>(call.name(), started, threadName()));
        try {
            // Before anything of the user's runs, as that may never come back.
            deadline = deadlines.schedule(late.allowed(), () -> miss(late));
            caller.onTermination(this::stop);
            call.ask().get().subscribe().withSubscriber(this);
        } catch (Throwable e) {
            onFailure(e);
        }
    }

    @Override
    public Context context() {
        return asker.context();
    }

    @Override
    public void onSubscribe(UniSubscription begun) {
        if (!subscription.compareAndSet(null, begun)) {
            guarded(begun::cancel);
        }
    }

    @Override
    public void onItem(T item) {
        if (end()) {
            asker.complete(new Outcome.Ok<>(item));
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        if (end()) {
            asker.complete(instead(new Outcome.Failure<>(cause)));
        }
    }

    private boolean end() {
        boolean first = subscription.getAndSet(ENDED) != ENDED;
        if (first) {
            guarded(deadline);
        }
        return first;
    }

    private Outcome<T> instead(Outcome<T> outcome) {
        try {
            return Objects.requireNonNull(call.fallback().apply(outcome), "fallback");
        } catch (Throwable e) {
            Infrastructure.handleDroppedException(e);
            return outcome;
        }
    }

    private void miss(Outcome.Timeout<T> late) {
        if (stop()) {
            asker.complete(instead(late));
        }
    }

    /** Cancels the call unless it has ended. */
    private boolean stop() {
        UniSubscription unanswered = subscription.getAndSet(ENDED);
        if (unanswered == ENDED) {
            return false;
        }
        guarded(deadline);
        if (unanswered != null) {
            guarded(unanswered::cancel);
        }
        return true;
    }

    /** The reply, as seen by the current thread, which is the one that has waited for the outcome or received it. */
    Reply<T> reply(Outcome<T> outcome) {
        Duration elapsed = outcome instanceof Outcome.Skipped
                ? Duration.ZERO
                : fanOut.budget().spent().minus(started);
        Reply<T> reply = new Reply<>(call.name(), outcome, started, elapsed, threadName());
        tell(new Progress.Answered<>(reply));
        return reply;
    }

    private void tell(Progress<T> event) {
        guarded(() -> fanOut.progress().accept(event));
    }

    /** Runs code that isn't ours and on which no result depends. */
    private static void guarded(Runnable theirs) {
        try {
            theirs.run();
        } catch (Throwable e) {
            Infrastructure.handleDroppedException(e);
        }
    }

    private static String threadName() {
        return Thread.currentThread().getName();
    }
}
