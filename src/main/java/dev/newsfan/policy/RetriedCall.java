package dev.newsfan.policy;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.time.Duration;
import java.util.Optional;

/** The tries that are made for one asker by {@link Retry}, one after another. */
final class RetriedCall implements UniSubscription {

    private final Retry retry;
    private final Timing timing;
    private final Question question;
    private final UniSubscriber<? super SourceAnswer> asker;
    /** Ends what is under way: a try, or the time between two. Guarded by this, as is what follows. */
    private Runnable underWay = () -> {};

    private boolean over;

    RetriedCall(Retry retry, Timing timing, Question question, UniSubscriber<? super SourceAnswer> asker) {
        this.retry = retry;
        this.timing = timing;
        this.question = question;
        this.asker = asker;
    }

    /** @param again what is asked after the first try */
    void begin(Ask next, Ask again) {
        asker.onSubscribe(this);
        begin(new Try(0, again, Optional.empty()), next, question);
    }

    private void begin(Try attempt, Ask next, Question asked) {
        synchronized (this) {
            if (over) {
                return;
            }
            underWay = attempt::cancel;
        }
        attempt.begin(next, asked);
    }

    private void beginAfter(Duration pause, Try attempt, Ask next, Question asked) {
        if (pause.isZero()) {
            begin(attempt, next, asked);
            return;
        }
        // Under the lock, so that a timer that runs at once doesn't come before it is known.
        synchronized (this) {
            if (!over) {
                underWay = timing.after(pause, () -> begin(attempt, next, asked));
            }
        }
    }

    @Override
    public void cancel() {
        Runnable end;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            end = underWay;
        }
        end.run();
    }

    /** Whether it was under way still. */
    private synchronized boolean end() {
        boolean wasUnderWay = !over;
        over = true;
        return wasUnderWay;
    }

    private final class Try extends Leg {

        private final int number;
        private final Ask again;
        private final Optional<Throwable> failureBefore;

        /** @param number 0 for the first */
        Try(int number, Ask again, Optional<Throwable> failureBefore) {
            super(asker);
            this.number = number;
            this.again = again;
            this.failureBefore = failureBefore;
        }

        @Override
        public void onItem(SourceAnswer answer) {
            if (end()) {
                asker.onItem(number == 0 ? answer : answer.with(PolicyEvent.RETRIED));
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            // A try that another policy forbids changes nothing: what the source has said is the reason.
            Throwable reason = SourceException.isForbidden(failure) ? failureBefore.orElse(failure) : failure;
            Optional<Duration> pause = isOver() ? Optional.empty() : retry.pause(question, failure, number);
            if (pause.isPresent()) {
                Try next = new Try(number + 1, again, Optional.of(failure));
                beginAfter(pause.get(), next, again, questionAfter(failure));
            } else if (end()) {
                asker.onFailure(reason);
            }
        }

        /** What a connection has failed to bring is asked on another one. */
        private Question questionAfter(Throwable failure) {
            return SourceException.reasonOf(failure)
                    .filter(FailureReason::isConnectionFailure)
                    .map(reason -> question.onceMore())
                    .orElse(question);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }
}
