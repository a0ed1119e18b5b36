package dev.newsfan.policy;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.time.Duration;
import java.util.Optional;

/** The one or two calls that are made for one asker by {@link Hedge}. */
final class HedgedCall implements UniSubscription {

    private final Hedge hedge;
    private final Timing timing;
    private final Question question;
    private final UniSubscriber<? super SourceAnswer> asker;
    private final One first;
    /** Guarded by this, and unchanged once it is over; so is what follows. */
    private Optional<One> second = Optional.empty();

    private Runnable timer = () -> {};
    private int underWay = 1;
    private Optional<Throwable> firstFailure = Optional.empty();
    private boolean over;

    HedgedCall(Hedge hedge, Question question, UniSubscriber<? super SourceAnswer> asker) {
        this.hedge = hedge;
        this.timing = hedge.timing();
        this.question = question;
        this.asker = asker;
        this.first = new One();
    }

    /** @param again what is asked the second time */
    void begin(Ask next, Ask again) {
        asker.onSubscribe(this);
        first.ask(next);
        hedge.patience().ifPresent(time -> plan(time, again));
    }

    /** Under the lock, so that a timer that runs at once doesn't come before it is known. */
    private synchronized void plan(Duration time, Ask again) {
        if (!over) {
            timer = timing.after(time, () -> beginSecond(again));
        }
    }

    private void beginSecond(Ask again) {
        One hedging;
        synchronized (this) {
            if (over || !hedge.take()) {
                return;
            }
            hedging = new One();
            second = Optional.of(hedging);
            underWay++;
        }
        hedging.ask(again);
    }

    @Override
    public void cancel() {
        if (end()) {
            timer.run();
            first.cancel();
            second.ifPresent(One::cancel);
        }
    }

    /** Whether it was under way still. */
    private synchronized boolean end() {
        boolean wasUnderWay = !over;
        over = true;
        return wasUnderWay;
    }

    private void answered(One winner, SourceAnswer answer) {
        if (!end()) {
            return;
        }
        timer.run();
        boolean secondWon = winner != first;
        if (secondWon) {
            first.cancel();
        } else {
            second.ifPresent(One::cancel);
        }
        hedge.won(question, timing.nanos() - winner.begun, secondWon);
        asker.onItem(marked(answer, secondWon));
    }

    private SourceAnswer marked(SourceAnswer answer, boolean secondWon) {
        if (second.isEmpty()) {
            return answer;
        }
        SourceAnswer hedged = answer.with(PolicyEvent.HEDGED);
        return secondWon ? hedged.with(PolicyEvent.HEDGE_WON) : hedged;
    }

    private void failed(One loser, Throwable failure) {
        Throwable reason;
        synchronized (this) {
            if (over) {
                return;
            }
            underWay--;
            if (loser != first && SourceException.isForbidden(failure)) {
                // It hasn't been made.
                second = Optional.empty();
            } else if (firstFailure.isEmpty()) {
                firstFailure = Optional.of(failure);
            }
            if (underWay > 0) {
                return;
            }
            over = true;
            reason = firstFailure.orElse(failure);
        }
        timer.run();
        asker.onFailure(reason);
    }

    private final class One extends Leg {

        /** In nanoseconds of {@link Timing#nanos()}; set before it can have an answer. */
        private long begun;

        One() {
            super(asker);
        }

        void ask(Ask next) {
            begun = timing.nanos();
            begin(next, question);
        }

        @Override
        public void onItem(SourceAnswer answer) {
            answered(this, answer);
        }

        @Override
        public void onFailure(Throwable failure) {
            failed(this, failure);
        }
    }
}
