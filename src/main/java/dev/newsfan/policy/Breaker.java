package dev.newsfan.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Leaves a source alone that fails again and again: opens when at least half of its last 20 calls failed, or the last 5 did. Then
 * every call fails at once for a while, until one of them tries whether it works again.
 *
 * <p>What counts is what the source is to blame for. Whoever leaves early counts only if the source had no time left.
 */
public final class Breaker implements Policy {

    /** What it does with calls. */
    public enum State {
        /** They are made. */
        CLOSED,
        /** They aren't, until the time is over; the next one is then the probe. */
        OPEN,
        /** One is under way, the others aren't made. */
        PROBING;

        /** Its name in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The longest that a source is left alone, in times of what is configured. */
    static final int LONGEST = 6;

    private final Duration wait;
    private final boolean retried;
    private final Timing timing;
    private final PolicyEvents events;
    private final CallWindow window = new CallWindow();
    private State state = State.CLOSED;
    /** Goes up when the state changes: what began before says nothing of now. */
    private int era;
    /** How many times it waits, when open. */
    private int times;
    /** When that is over, in nanoseconds of {@link Timing#nanos()}. */
    private long until;

    private Optional<FailureReason> last = Optional.empty();

    /**
     * A breaker that is closed.
     *
     * @param wait how long a source is left alone at first; twice as long after each probe that fails, up to six times
     * @param retried whether what was never answered is asked once more on a new connection: it is that try which counts then, as a
     *     kept connection may end at any time
     */
    public Breaker(Duration wait, boolean retried, Timing timing, PolicyEvents events) {
        this.wait = wait;
        this.retried = retried;
        this.timing = timing;
        this.events = events;
    }

    @Override
    public Ask around(Ask next) {
        return new Guarded(this::enter, next);
    }

    /** What it does with calls at this moment. */
    public synchronized State state() {
        return state;
    }

    /** How much longer no call is made; zero unless it is open. */
    public synchronized Duration leftAlone() {
        return state == State.OPEN ? Duration.ofNanos(Math.max(0, until - timing.nanos())) : Duration.ZERO;
    }

    private Guard.Ending enter(Question question) {
        SourceException refusal;
        synchronized (this) {
            if (state == State.OPEN && timing.isPast(until)) {
                change(State.PROBING);
                return new Counted(question, era);
            }
            if (state == State.CLOSED) {
                return new Counted(question, era);
            }
            refusal = new SourceException(
                    state == State.OPEN
                            ? FailureReason.circuitOpen(last.orElseThrow(), leftAlone())
                            : FailureReason.circuitProbing(last.orElseThrow()));
        }
        events.count(PolicyEvent.CIRCUIT_OPEN, question);
        throw refusal;
    }

    private synchronized void succeeded(int begun) {
        if (begun != era) {
            return;
        }
        if (state == State.PROBING) {
            window.clear();
            change(State.CLOSED);
        } else {
            window.add(false);
        }
    }

    private synchronized void failed(int begun, FailureReason reason) {
        if (begun != era) {
            return;
        }
        last = Optional.of(reason);
        if (state == State.PROBING) {
            open(Math.min(2 * times, LONGEST));
        } else {
            window.add(true);
            // Not after a success, which rather says that it is well again.
            if (window.isIll()) {
                open(1);
            }
        }
    }

    /** It says nothing of the source. A probe then has the next one in its place. */
    private synchronized void saidNothing(int begun) {
        if (begun == era && state == State.PROBING) {
            change(State.OPEN);
        }
    }

    private void open(int times) {
        this.times = times;
        until = timing.nanos() + wait.toNanos() * times;
        change(State.OPEN);
    }

    private void change(State to) {
        state = to;
        era++;
    }

    /** A call that may count. */
    private final class Counted implements Guard.Ending {

        private final Question question;
        private final int begun;

        Counted(Question question, int begun) {
            this.question = question;
            this.begun = begun;
        }

        @Override
        public void answered() {
            succeeded(begun);
        }

        @Override
        public void failed(Throwable failure) {
            SourceException.reasonOf(failure)
                    .filter(FailureReason::isTheSourcesFault)
                    .filter(reason -> !(retried && reason.isUnanswered() && !question.again()))
                    .ifPresentOrElse(reason -> Breaker.this.failed(begun, reason), () -> saidNothing(begun));
        }

        @Override
        public void cancelled() {
            if (question.isLate(timing)) {
                Breaker.this.failed(begun, FailureReason.tooSlow());
            } else {
                saidNothing(begun);
            }
        }
    }
}
