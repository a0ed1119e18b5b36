package dev.newsfan.policy;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many calls to a source be under way at a time, so that one that hangs doesn't hold everything; others fail at once. */
public final class Bulkhead implements Policy {

    private final int most;
    private final PolicyEvents events;
    private final AtomicInteger inUse = new AtomicInteger();

    private final Guard.Ending givingBack = new Guard.Ending() {
        @Override
        public void answered() {
            inUse.decrementAndGet();
        }

        @Override
        public void failed(Throwable failure) {
            inUse.decrementAndGet();
        }

        @Override
        public void cancelled() {
            inUse.decrementAndGet();
        }
    };

    /** @param most calls at a time, above zero */
    public Bulkhead(int most, PolicyEvents events) {
        this.most = most;
        this.events = events;
    }

    @Override
    public Ask around(Ask next) {
        return new Guarded(this::enter, next);
    }

    private Guard.Ending enter(Question question) {
        if (inUse.getAndUpdate(now -> Math.min(now + 1, most)) >= most) {
            events.count(PolicyEvent.BULKHEAD_FULL, question);
            throw new SourceException(FailureReason.bulkheadFull(most));
        }
        return givingBack;
    }

    /** How many calls are under way at this moment. */
    public int inUse() {
        return inUse.get();
    }
}
