package dev.newsfan.config;

import java.time.Duration;
import java.util.Optional;

/**
 * When a second call is made as the first is slow; exactly one of the two is given.
 *
 * @param percentile of the times that answers took lately, 50 to 99
 * @param time since the first call
 */
public record HedgeAfter(Optional<Integer> percentile, Optional<Duration> time) {

    /** Slower than so many of a hundred. */
    static HedgeAfter percentile(int percentile) {
        return new HedgeAfter(Optional.of(percentile), Optional.empty());
    }

    /** After so much time. */
    static HedgeAfter time(Duration time) {
        return new HedgeAfter(Optional.empty(), Optional.of(time));
    }
}
