package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** One call from its start to its reply: what the three modes share, which is everything but the waiting. */
final class CallExecution<T> {

    private final FanOut<T> fanOut;
    private final Call<T> call;
    private final Duration started;

    private CallExecution(FanOut<T> fanOut, Call<T> call) {
        this.fanOut = fanOut;
        this.call = call;
        this.started = fanOut.budget().spent();
    }

    static <T> CallExecution<T> start(FanOut<T> fanOut, Call<T> call) {
        return new CallExecution<>(fanOut, call);
    }

    /**
     * Asks when subscribed to, and turns whatever happens into an outcome: it never fails. Cancelling it cancels the
     * call; so does the deadline, which covers the whole answer and not only its beginning.
     */
    Uni<Outcome<T>> outcome(ScheduledExecutorService timer) {
        Duration left = fanOut.budget().left();
        // The timer counts in whole milliseconds, so a deadline may leave a fraction of one: too little to ask anybody.
        if (left.toMillis() == 0) {
            return Uni.createFrom().item(new Outcome.Skipped<>());
        }
        boolean budgetBound = left.compareTo(call.timeout()) < 0;
        Duration allowed = budgetBound ? left : call.timeout();
        return Uni.createFrom()
                .deferred(this::ask)
                .<Outcome<T>>map(Outcome.Ok::new)
                .onFailure()
                .recoverWithItem(Outcome.Failure::new)
                .ifNoItem()
                .after(allowed)
                .on(timer)
                .recoverWithItem(() -> new Outcome.Timeout<>(allowed, budgetBound));
    }

    private Uni<T> ask() {
        fanOut.progress().accept(new Progress.Started<>(call.name(), started, threadName()));
        return call.ask().get();
    }

    /** The reply, as seen by the current thread, which is the one that has waited for the outcome or received it. */
    Reply<T> reply(Outcome<T> outcome) {
        Duration elapsed = outcome instanceof Outcome.Skipped
                ? Duration.ZERO
                : fanOut.budget().spent().minus(started);
        Reply<T> reply = new Reply<>(call.name(), outcome, started, elapsed, threadName());
        fanOut.progress().accept(new Progress.Answered<>(reply));
        return reply;
    }

    private static String threadName() {
        return Thread.currentThread().getName();
    }
}
