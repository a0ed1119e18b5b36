package dev.newsfan.policy;

import dev.newsfan.config.HedgeAfter;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a source a second time if the first answer is slow; the first good answer of the two is taken, and the other call is ended.
 * That is worth its while where few answers are slow by chance. Second calls are one in ten at most, whatever happens.
 */
public final class Hedge implements Policy {

    private static final int RESERVE = 10;
    private static final int TENTHS_PER_CALL = 1;

    private final HedgeAfter after;
    private final Timing timing;
    private final PolicyEvents events;
    private final Tokens tokens = new Tokens(RESERVE, 1, TENTHS_PER_CALL);
    private final Optional<AnswerTimes> times;

    /** @param after a percentile counts once 20 answers are known; there is no second call before */
    public Hedge(HedgeAfter after, Timing timing, PolicyEvents events) {
        this.after = after;
        this.timing = timing;
        this.events = events;
        this.times = after.percentile().map(AnswerTimes::new);
    }

    @Override
    public Ask around(Ask next) {
        Ask second = new Guarded(Guard.counting(PolicyEvent.HEDGED, events), next);
        return question -> new NewCall(asker -> {
            tokens.called();
            new HedgedCall(this, question, asker).begin(next, second);
        });
    }

    /** How long the first call may take; empty if nobody knows. */
    Optional<Duration> patience() {
        return after.time().or(() -> times.flatMap(AnswerTimes::typical));
    }

    /** Whether a second call may be made, which then counts. */
    boolean take() {
        return tokens.take();
    }

    Timing timing() {
        return timing;
    }

    /**
     * An answer to this question has been taken.
     *
     * @param nanos how long its own call took
     * @param second whether that was the second one
     */
    void won(Question question, long nanos, boolean second) {
        times.ifPresent(all -> all.add(nanos));
        if (second) {
            events.count(PolicyEvent.HEDGE_WON, question);
        }
    }
}
