package dev.newsfan.lab;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/**
 * Callers who all want to wait at the same time.
 *
 * @param mode {@code sync}, {@code async} or {@code virtual}
 * @param callers how many there are
 * @param time how long each wants to wait
 * @param workers how many worker threads there are
 */
record Crowd(String mode, int callers, Duration time, int workers) {

    /** How many can wait before the next one has to stand in line; empty if nobody ever has to. */
    Optional<Integer> lineBeginsAt() {
        return mode.equals("sync") ? Optional.of(workers) : Optional.empty();
    }

    /** In {@code sync} mode each waits on a worker thread, so they come in rows as long as there are threads. */
    Figures predicted() {
        int row = lineBeginsAt().orElse(callers);
        return new Figures(time.multipliedBy(Math.ceilDiv(callers, row)), Math.max(0, callers - row));
    }

    /** What is predicted of the whole crowd, or measured. */
    @RegisterForReflection
    record Figures(Duration totalTime, int waitedInLine) {}
}
