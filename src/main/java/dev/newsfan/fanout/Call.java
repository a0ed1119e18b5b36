package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One thing to ask within a fan-out.
 *
 * @param name what is asked, for reports; not blank
 * @param timeout the longest that the call may take, above zero; the budget can only shorten it
 * @param ask starts the call anew each time its Uni is subscribed to; cancelling the subscription must end the call. A
 *     supplier that throws counts as a failed call
 * @param <T> what is answered
 */
public record Call<T>(String name, Duration timeout, Supplier<Uni<T>> ask) {

    public Call {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A call needs a name");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("The timeout of " + name + " is " + timeout + "; it must be above zero");
        }
        Objects.requireNonNull(ask, "ask");
    }
}
