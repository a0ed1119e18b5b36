package dev.newsfan.loadlab.servers;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** How a source is. */
public enum SourceHealth {
    /** It takes the time that it always takes. */
    WELL,
    /** It takes ten times as long for one call in twenty, at random. */
    SLOW_NOW_AND_THEN,
    /** It takes a call and never answers. */
    SILENT;

    private static final int ONE_IN = 20;
    private static final int TIMES = 10;

    /**
     * How long it takes for a call, in milliseconds.
     *
     * @param usual if it is well
     * @return empty if it doesn't answer
     */
    OptionalLong delay(long usual, RandomGenerator random) {
        return switch (this) {
            case WELL -> OptionalLong.of(usual);
            case SLOW_NOW_AND_THEN -> OptionalLong.of(random.nextInt(ONE_IN) == 0 ? TIMES * usual : usual);
            case SILENT -> OptionalLong.empty();
        };
    }
}
