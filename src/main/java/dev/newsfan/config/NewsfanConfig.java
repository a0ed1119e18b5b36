package dev.newsfan.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The service's own configuration. A method is a key: {@link ConfigCheck} reads here what it is called, how its value is written
 * and what is allowed ({@link Allowed}).
 */
@ConfigMapping(prefix = "newsfan")
@RegisterForReflection(ignoreNested = false)
public interface NewsfanConfig {

    /** The time that one request may take in all, from its arrival. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration budget();

    /** How often a stream that has nothing to say shows that it is alive, so that no proxy closes it. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration heartbeat();

    /**
     * How long an answer may wait to be taken while not a byte of it is; in all it may take four times as long. Left out, the
     * budget.
     */
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Optional<@WithConverter(ConfigValues.OfDuration.class) Duration> writeTimeout();

    /** How long a new connection may take to send the whole head of its first request. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration headTimeout();

    /** How long a connection is kept on which nothing has been asked since the last answer. */
    @WithDefault("60s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration idleTimeout();

    /** How many requests each mode may hold at a time. */
    Limits limits();

    /** The sources by name. */
    Map<@Allowed(Kind.SOURCE_NAME) String, SourceConfig> sources();

    /** How many requests are at work at a time, at most; one more is answered with 503 at once. */
    interface Limits {

        /** In {@code sync} mode; left out, the number of worker threads less 16, as each request holds one. */
        @Allowed(value = Kind.NUMBER, range = "1 to 1000000")
        Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> sync();

        /** In {@code async} mode. */
        @WithDefault("1000")
        @WithConverter(ConfigValues.OfNumber.class)
        @Allowed(value = Kind.NUMBER, range = "1 to 1000000")
        int async();

        /** In {@code virtual} mode. */
        @WithDefault("1000")
        @WithConverter(ConfigValues.OfNumber.class)
        @Allowed(value = Kind.NUMBER, range = "1 to 1000000")
        int virtual();
    }
}
