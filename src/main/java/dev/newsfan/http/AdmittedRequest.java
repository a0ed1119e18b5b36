package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request that has been let in, from its arrival to its end, whoever ends it. Safe for all threads. */
public final class AdmittedRequest {

    private static final String KEY = AdmittedRequest.class.getName();

    private final Budget budget;
    private final Step step;
    private final Step waiting;
    private final CancellationToken cancellation = new CancellationToken();
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final List<Runnable> onEnd = new ArrayList<>();
    private boolean ended;
    private volatile Optional<Delivery> delivery = Optional.empty();

    AdmittedRequest(Budget budget) {
        this(budget, Step.NONE);
    }

    /** @param step is told what becomes of it; it waits for its thread from now on */
    AdmittedRequest(Budget budget, Step step) {
        this.budget = budget;
        this.step = step;
        this.waiting = step.begin(StepKind.WAITING);
    }

    /** The request of a resource that is {@link Admitted}; for its method to call first, as the wait for its thread is over. */
    public static AdmittedRequest of(RoutingContext request) {
        AdmittedRequest admitted = request.get(KEY);
        if (admitted == null) {
            throw new IllegalStateException("Nobody has let this request in: its resource method is not @Admitted");
        }
        admitted.waiting.end();
        return admitted;
    }

    /** Keeps with the request, and hears of its end: the last byte of the answer has been written, or the client is gone. */
    void follow(RoutingContext request) {
        request.put(KEY, this);
        delivery = Delivery.of(request);
        delivery.ifPresent(answer -> answer.whenOver(written -> {
            if (!written) {
                abandon();
            }
            end();
        }));
    }

    /** Has its answer, a stream, end when its budget is over and some time more, whether it has been taken or not. */
    void limitStream(Duration grace) {
        delivery.ifPresent(answer -> answer.mustBeOverIn(budget.left().plus(grace)));
    }

    /** The time for it, running since its arrival, so that waiting for a thread counts. */
    public Budget budget() {
        return budget;
    }

    /** Is told what is done for it. */
    public Step step() {
        return step;
    }

    /** Is cancelled when the client goes away. */
    public CancellationToken cancellation() {
        return cancellation;
    }

    /** Whether the client has gone, so that nobody needs what is being made. */
    public boolean isAbandoned() {
        return abandoned.getCount() == 0;
    }

    /** Blocks the current thread for this time, or until the client has gone: nobody should keep a thread from afar. */
    public void sleep(Duration time) throws InterruptedException {
        abandoned.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Has something run once, on whatever thread ends the request, when it has ended; at once if it has. That happens in any
     * case, also if the answer can't even begin; what an answer that is a stream would do at its end doesn't.
     */
    public void whenEnded(Runnable action) {
        synchronized (this) {
            if (!ended) {
                onEnd.add(action);
                return;
            }
        }
        action.run();
    }

    /** All is over; once or more often. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        onEnd.forEach(Runnable::run);
    }

    /** The client has gone: whatever is under way for it ends. */
    public void abandon() {
        cancellation.cancel();
        abandoned.countDown();
        end();
    }
}
