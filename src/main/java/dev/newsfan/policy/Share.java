package dev.newsfan.policy;

import dev.newsfan.timeline.Step;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes one call of all that ask the same at the same time, whoever they are. Who leaves ends only its own waiting; the call ends
 * when nobody waits for it.
 *
 * <p>A call has the source's timeout from its own start. If that is over while somebody who joined later has time left, the next
 * call is made for those.
 */
public final class Share implements Policy {

    /** Who has no more than this left isn't worth a call. */
    private static final Duration LEAST = Duration.ofMillis(5);

    private final boolean always;
    private final Duration timeout;
    private final Timing timing;
    private final PolicyEvents events;
    private final Supplier<Executor> home;
    /** Those under way, by what was asked. Guarded by this, as is what they hold. */
    private final Map<Map<String, String>, SharedCall> calls = new HashMap<>();

    /**
     * @param always whether everybody shares; otherwise those do who don't insist on an answer of their own
     *     ({@link Question#freshFor})
     * @param timeout that the source has for a call
     * @param home tells where whoever asks now wants to hear of the answer
     */
    public Share(boolean always, Duration timeout, Timing timing, PolicyEvents events, Supplier<Executor> home) {
        this.always = always;
        this.timeout = timeout;
        this.timing = timing;
        this.events = events;
        this.home = home;
    }

    @Override
    public Ask around(Ask next) {
        return question -> {
            if (!always && question.freshFor().isZero()) {
                return next.ask(question);
            }
            return Uni.createFrom()
                    .emitter(asker -> join(new Waiter(asker, home.get(), question.step()), question, next));
        };
    }

    private void join(Waiter waiter, Question question, Ask next) {
        SharedCall call;
        boolean begins;
        synchronized (this) {
            call = calls.get(question.parameters());
            begins = call == null;
            if (begins) {
                call = new SharedCall(question, next);
                calls.put(question.parameters(), call);
            }
            call.admit(waiter);
        }
        waiter.asker.onTermination(() -> leave(waiter));
        if (begins) {
            call.begin();
        } else {
            waiter.step.shares(call.question.step());
            events.count(PolicyEvent.SHARED, question);
        }
    }

    private void leave(Waiter waiter) {
        SharedCall left;
        synchronized (this) {
            left = waiter.call;
            if (left == null || !left.waiters.remove(waiter) || !left.waiters.isEmpty()) {
                return;
            }
            left.end();
        }
        left.cancel();
    }

    /** Somebody who waits for an answer. */
    private final class Waiter {

        private final UniEmitter<? super SourceAnswer> asker;
        private final Executor home;
        private final Step step;
        private final long since = timing.nanos();
        /** What it waits for; guarded by the policy. */
        private SharedCall call;

        private boolean joined;

        Waiter(UniEmitter<? super SourceAnswer> asker, Executor home, Step step) {
            this.asker = asker;
            this.home = home;
            this.step = step;
        }

        boolean hasTimeLeft() {
            return timeout.minusNanos(timing.nanos() - since).compareTo(LEAST) > 0;
        }

        void answer(SourceAnswer answer) {
            SourceAnswer own = joined ? answer.with(PolicyEvent.SHARED) : answer;
            home.execute(() -> asker.complete(own));
        }

        void fail(Throwable failure) {
            home.execute(() -> asker.fail(failure));
        }
    }

    /** One call to the source, and who waits for it. */
    private final class SharedCall {

        private final Question question;
        private final Ask next;
        private final SequencedSet<Waiter> waiters = new LinkedHashSet<>();
        private final long started = timing.nanos();
        private Runnable timer = () -> {};
        private boolean timed;
        private boolean over;
        private Cancellable subscription = () -> {};

        SharedCall(Question question, Ask next) {
            this.question = question;
            this.next = next;
        }

        /** Under the lock. A call that nobody joins needs no timer: its only asker has the same deadline. */
        void admit(Waiter waiter) {
            waiter.joined = !waiters.isEmpty();
            waiter.call = this;
            waiters.add(waiter);
            if (waiter.joined && !timed) {
                timed = true;
                timer = timing.after(timeout.minusNanos(timing.nanos() - started), this::miss);
            }
        }

        void begin() {
            Cancellable begun =
                    next.ask(question.within(timeout, timing)).subscribe().with(this::answer, this::fail);
            synchronized (Share.this) {
                subscription = begun;
                if (!over) {
                    return;
                }
            }
            // Whoever has left in the meantime could not cancel it. If it has its answer, this does nothing.
            begun.cancel();
        }

        private void answer(SourceAnswer answer) {
            end().forEach(waiter -> waiter.answer(answer));
        }

        private void fail(Throwable failure) {
            end().forEach(waiter -> waiter.fail(failure));
        }

        /** Returns those who still waited. */
        private List<Waiter> end() {
            synchronized (Share.this) {
                List<Waiter> waiting = over ? List.of() : new ArrayList<>(waiters);
                over = true;
                waiters.clear();
                calls.remove(question.parameters(), this);
                timer.run();
                return waiting;
            }
        }

        void cancel() {
            Cancellable begun;
            synchronized (Share.this) {
                begun = subscription;
            }
            begun.cancel();
        }

        /** Its time is over. Those who have none left themselves hear it from their own deadline. */
        private void miss() {
            Optional<SharedCall> another;
            synchronized (Share.this) {
                if (over) {
                    return;
                }
                List<Waiter> waiting =
                        end().stream().filter(Waiter::hasTimeLeft).toList();
                // It is made for the first of those, and the others wait for that.
                another =
                        waiting.stream().findFirst().map(first -> new SharedCall(question.watchedBy(first.step), next));
                another.ifPresent(call -> {
                    waiting.forEach(call::admit);
                    calls.put(question.parameters(), call);
                });
            }
            cancel();
            another.ifPresent(SharedCall::begin);
        }
    }
}
