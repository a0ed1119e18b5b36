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
public interface NewsfanConfig extends PolicyKeys {

    /** How many times the write timeout an answer may take from its head to its last byte, however steadily it is taken. */
    int WRITES_PER_ANSWER = 2;

    /** The budget, unless it is said. */
    String BUDGET = "10s";

    /** The time that one request may take in all, from its arrival. */
    @WithDefault(BUDGET)
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration budget();

    /** How often a stream that has nothing to say shows that it is alive, so that no proxy closes it. */
    @WithDefault("10s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 10m")
    Duration heartbeat();

    /**
     * The most bytes of answers that may have arrived and not be read yet, of all requests together; left out, a quarter of the
     * heap.
     */
    @Allowed(value = Kind.SIZE, range = "64K to 1000G")
    Optional<@WithConverter(ConfigValues.OfSize.class) Long> maxBytesInFlight();

    /**
     * How long an answer may wait to be taken while not a byte of it is; left out, the budget. All of it may take
     * {@value #WRITES_PER_ANSWER} times as long.
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

    /** How many services like this one ask the same sources: each takes its part of {@code max-rate}. */
    @WithDefault("1")
    @WithConverter(ConfigValues.OfNumber.class)
    @Allowed(value = Kind.NUMBER, range = "1 to 10000")
    int replicas();

    /** How similar titles are that tell the same story, above 0 and at most 1; left out, titles don't count. */
    @Allowed(Kind.SIMILARITY)
    Optional<@WithConverter(ConfigValues.OfSimilarity.class) Double> similarTitles();

    /** Whether a caller is told where the time of its request went, if it wants to know; with each race everybody is. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean explain();

    /** The proxy that sources are asked through. User and password in it are never logged or shown. */
    @Allowed(Kind.PROXY)
    Optional<String> proxy();

    /** The hosts that are asked without it, separated by commas. */
    @Allowed(Kind.HOSTS)
    Optional<String> noProxy();

    /** Whether each request has a line in the log when it is over. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean accessLog();

    /** How the lines of the log are written. */
    @WithDefault("text")
    @WithConverter(ConfigValues.OfLogFormat.class)
    @Allowed(Kind.LOG_FORMAT)
    LogFormat logFormat();

    /** What is kept of the sources' answers. */
    Cache cache();

    /** A file of feeds in OPML, each of which becomes a source. */
    @Allowed(Kind.FILE)
    Optional<String> opml();

    /** The sources by name. */
    Map<@Allowed(Kind.SOURCE_NAME) String, SourceConfig> sources();

    /** How a line of the log is written. */
    enum LogFormat {
        /** For people. */
        TEXT,
        /** An object in JSON, for programs. */
        JSON
    }

    /** Where answers are kept, and how many. */
    interface Cache {

        /** The most memory that kept answers may take, of all sources together. */
        @WithDefault("32M")
        @WithConverter(ConfigValues.OfSize.class)
        @Allowed(value = Kind.SIZE, range = "64K to 100G")
        long maxSize();

        /** Where the replicas share what they keep: a Redis or Valkey. User and password in it are never logged or shown. */
        @WithConverter(ConfigValues.OfRedis.class)
        @Allowed(Kind.REDIS)
        Optional<String> shared();

        /** The password there, if it isn't in the URL; never logged or shown. */
        @Allowed(Kind.HEADER)
        Optional<String> password();

        /** What all keys there begin with: replicas with the same one share. */
        @WithDefault("newsfan")
        @Allowed(Kind.KEY_PREFIX)
        String keyPrefix();

        /** The longest that a request waits for it each time, before it goes on without. */
        @WithDefault("200ms")
        @WithConverter(ConfigValues.OfDuration.class)
        @Allowed(value = Kind.DURATION, range = "1ms to 10s")
        Duration timeout();

        /** The certificates that are trusted there over {@code rediss}, instead of those that the JVM trusts. */
        @Allowed(Kind.CERTIFICATES)
        Optional<String> ca();
    }

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
