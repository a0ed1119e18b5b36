package dev.newsfan.policy;

import dev.newsfan.config.Rate;

/**
 * Never asks a source more often than its rate allows, in whatever stretch of the rate's period; beyond it calls fail at once.
 * Every call that goes on counts from then on, however it ends.
 */
public final class RateLimit implements Policy {

    private final Rate rate;
    private final PolicyEvents events;
    private final CallLog calls;

    public RateLimit(Rate rate, Timing timing, PolicyEvents events) {
        this.rate = rate;
        this.events = events;
        this.calls = new CallLog(rate, timing);
    }

    @Override
    public Ask around(Ask next) {
        return new Guarded(this::enter, next);
    }

    private Guard.Ending enter(Question question) {
        if (!calls.tryTake()) {
            events.count(PolicyEvent.RATE_LIMITED, question);
            throw new SourceException(FailureReason.rateLimited(rate, calls.pause()));
        }
        return Guard.Ending.UNHEARD;
    }

    /** Counts a call that somebody else has allowed, if there is room for it. */
    void note() {
        calls.tryTake();
    }

    /** How many calls may be made now. */
    public int left() {
        return calls.left();
    }
}
