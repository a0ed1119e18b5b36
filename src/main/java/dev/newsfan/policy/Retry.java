package dev.newsfan.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Asks once more after failures that another try may mend: no connection, one that ended too early, and 502, 503 and 504. It waits
 * for as long as the source wishes, or else a moment that differs each time, so that those who failed together don't come back
 * together; and it asks only if there is time left for it, and something left of the {@link RetryBudget}. What may be repeated at
 * once, as nothing of an answer came (RFC 9110, section 9.2.2), is taken from that budget and never denied by it.
 */
public final class Retry implements Policy {

    private static final int[] STATUSES = {502, 503, 504};
    private static final double SHORTEST_NANOS = 20e6;
    private static final double LONGEST_NANOS = 100e6;

    private final int retries;
    private final RetryBudget budget;
    private final Timing timing;
    private final PolicyEvents events;
    private final DoubleSupplier random;

    /** @param retries how many times a call is made once more at most */
    public Retry(int retries, RetryBudget budget, Timing timing, PolicyEvents events) {
        this(retries, budget, timing, events, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random from 0 to 1, for the time between two tries */
    Retry(int retries, RetryBudget budget, Timing timing, PolicyEvents events, DoubleSupplier random) {
        this.retries = retries;
        this.budget = budget;
        this.timing = timing;
        this.events = events;
        this.random = random;
    }

    @Override
    public Ask around(Ask next) {
        Ask again = new Guarded(Guard.counting(PolicyEvent.RETRIED, events), next);
        return question -> new NewCall(asker -> {
            budget.called();
            new RetriedCall(this, timing, question, asker).begin(next, again);
        });
    }

    /**
     * How long to wait before the next try, which then counts; empty if there is to be none.
     *
     * @param triesAgain how many tries there have been after the first
     */
    Optional<Duration> pause(Question question, Throwable failure, int triesAgain) {
        if (triesAgain >= retries) {
            return Optional.empty();
        }
        FailureReason reason =
                SourceException.reasonOf(failure).filter(Retry::mayBeMended).orElse(null);
        if (reason == null) {
            return Optional.empty();
        }
        Duration pause = pause(reason);
        if (pause.compareTo(question.left(timing)) >= 0) {
            return Optional.empty();
        }
        // A kept connection that its source closes just as it is used says nothing of how the source is.
        boolean harmless = reason.isUnanswered();
        if (!budget.take() && !harmless) {
            events.count(PolicyEvent.RETRY_DENIED, question);
            return Optional.empty();
        }
        return Optional.of(pause);
    }

    private static boolean mayBeMended(FailureReason reason) {
        return !reason.forbidden()
                && (reason.isConnectionFailure() || IntStream.of(STATUSES).anyMatch(reason::isStatus));
    }

    private Duration pause(FailureReason reason) {
        return reason.retryAfter()
                .orElseGet(() -> Duration.ofNanos(
                        (long) (SHORTEST_NANOS + random.getAsDouble() * (LONGEST_NANOS - SHORTEST_NANOS))));
    }
}
