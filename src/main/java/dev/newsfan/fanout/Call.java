package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One thing to ask within a fan-out. It can be used from any thread, and asked any number of times.
 *
 * @param name what is asked, for reports; not blank
 * @param timeout the longest that the call may take, above zero; the budget can only shorten it
 * @param ask starts the call anew each time its Uni is subscribed to, on the thread where the mode makes its calls; neither
 *     may block. A supplier that throws counts as a failed call. Cancelling the subscription must end the call, and must not
 *     block: at the deadline that happens where {@link Deadlines} runs what follows it, otherwise on the thread that cancels
 *     the fan-out
 * @param fallback is given any outcome but {@link Outcome.Ok}, where that comes about, and returns what takes its place: an older
 *     answer, for instance, or the same outcome. It must not block; if it throws, the outcome stays
 * @param <T> what is answered
 */
public record Call<T>(String name, Duration timeout, Supplier<Uni<T>> ask, UnaryOperator<Outcome<T>> fallback) {

    /** A call whose outcome is what it is. */
    public Call(String name, Duration timeout, Supplier<Uni<T>> ask) {
        this(name, timeout, ask, UnaryOperator.identity());
    }

    public Call {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A call needs a name");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("The timeout of " + name + " is " + timeout + "; it must be above zero");
        }
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * A call of blocking code, which has a virtual thread of its own in every mode, named after the call. The deadline, the
     * budget and whoever cancels the fan-out interrupt it, from yet another thread. The outcome comes on time even if the
     * code ignores that; it then counts as {@link #abandoned()}. For code that waits: code that computes keeps its carrier
     * from all other virtual threads.
     *
     * @param ask may return null; whatever it throws, errors included, is the cause of a failure
     */
    public static <T> Call<T> blocking(String name, Duration timeout, Callable<T> ask) {
        Objects.requireNonNull(ask, "ask");
        return new Call<>(name, timeout, () -> BlockingCall.ask(name, ask));
    }

    /** How many blocking calls run at this moment though nobody waits for them any more, in this JVM; from any thread. */
    public static int abandoned() {
        return BlockingCall.abandoned();
    }
}
