package dev.newsfan.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * What is predicted of an experiment before its run, or measured in it.
 *
 * @param totalTime empty if nothing can be predicted
 */
public record Timing(Optional<Duration> totalTime) {

    public static Timing of(Duration totalTime) {
        return new Timing(Optional.of(totalTime));
    }
}
