package dev.newsfan.fanout;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One request's calls. It can be asked from any thread, in any mode.
 *
 * @param calls what to ask; the replies come in the same order, whoever answers first
 * @param budget bounds every call
 * @param progress hears of each event as it happens, on the thread where it happens and, in the modes that ask at once,
 *     from several threads at a time; it must not block. What it throws goes to Mutiny's handler of dropped exceptions and
 *     changes nothing else
 * @param <T> what is answered
 */
public record FanOut<T>(List<Call<T>> calls, Budget budget, Consumer<Progress<T>> progress) {

    public FanOut {
        calls = List.copyOf(calls);
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(progress, "progress");
    }

    /** A fan-out that nobody watches. */
    public FanOut(List<Call<T>> calls, Budget budget) {
        this(calls, budget, event -> {});
    }
}
