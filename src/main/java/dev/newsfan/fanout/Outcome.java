package dev.newsfan.fanout;

import java.time.Duration;

/**
 * How one call ended.
 *
 * @param <T> what is answered
 */
public sealed interface Outcome<T> {

    /** Which of the four it is. */
    default Kind kind() {
        return switch (this) {
            case Ok<T> _ -> Kind.OK;
            case Timeout<T> _ -> Kind.TIMEOUT;
            case Failure<T> _ -> Kind.ERROR;
            case Skipped<T> _ -> Kind.SKIPPED;
        };
    }

    /** The four outcomes, with their words. */
    enum Kind {
        OK,
        TIMEOUT,
        ERROR,
        SKIPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** It answered in time. The item is null only if the call's Uni emitted null. */
    record Ok<T>(T item) implements Outcome<T> {}

    /**
     * It did not answer in time and was cancelled.
     *
     * @param allowed the time it had
     * @param budgetBound true if what was left of the budget was shorter than the call's own timeout
     */
    record Timeout<T>(Duration allowed, boolean budgetBound) implements Outcome<T> {}

    /** It failed by itself, with this cause. */
    record Failure<T>(Throwable cause) implements Outcome<T> {}

    /** It was never asked: no budget was left. */
    record Skipped<T>() implements Outcome<T> {}
}
