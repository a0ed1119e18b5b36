package dev.newsfan.fanout;

import java.time.Duration;
import java.util.Locale;

/**
 * How one call ended. It can be used from any thread if its item can.
 *
 * @param <T> what is answered
 */
public sealed interface Outcome<T> {

    /** It answered in time. The item is null only if the call's Uni emitted null, or its blocking code returned it. */
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

    /** Which of the four it is, whatever was asked. */
    default Kind kind() {
        return switch (this) {
            case Ok<T> _ -> Kind.OK;
            case Timeout<T> _ -> Kind.TIMEOUT;
            case Failure<T> _ -> Kind.ERROR;
            case Skipped<T> _ -> Kind.SKIPPED;
        };
    }

    /** The four outcomes by name. */
    enum Kind {
        /** {@link Ok} */
        OK,
        /** {@link Timeout} */
        TIMEOUT,
        /** {@link Failure} */
        ERROR,
        /** {@link Skipped} */
        SKIPPED;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Its name in reports and metrics: {@code ok}, {@code timeout}, {@code error} or {@code skipped}. */
        public String word() {
            return word;
        }
    }
}
