package dev.newsfan.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** All of the service's own configuration. {@link ConfigCheck} checks it at start, as soon as it can be read. */
@ConfigMapping(prefix = "newsfan")
public interface NewsfanConfig {

    /** The time that one request may take in all, from its arrival; 1 ms to 10 minutes. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    Duration budget();

    /** How often a stream that has nothing to say shows that it is alive, so that no proxy closes it; 1 ms to 10 minutes. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    Duration heartbeat();

    /** How many requests each mode may hold at a time. */
    Limits limits();

    /** The sources by name. A name has letters, digits, dots, dashes and underscores. */
    Map<String, SourceConfig> sources();

    /** How many requests are at work at a time, at most; one more is answered with 503 at once. Each 1 to 1,000,000. */
    interface Limits {

        /** In {@code sync} mode; left out, the number of worker threads, as each request holds one. */
        Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> sync();

        /** In {@code async} mode. */
        @WithDefault("1000")
        @WithConverter(ConfigValues.OfNumber.class)
        int async();

        /** In {@code virtual} mode. */
        @WithDefault("1000")
        @WithConverter(ConfigValues.OfNumber.class)
        int virtual();
    }
}
