package dev.newsfan.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.WithConverter;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a source is asked and when it is given up on: keys that stand below {@code newsfan} for all sources and below
 * {@code newsfan.sources.NAME} for one, which counts more. {@link PolicySettings} says what holds if neither is given.
 */
@RegisterForReflection
public interface PolicyKeys {

    /** Whether calls to the source that are under way at the same time are one call. */
    @Allowed(Kind.SWITCH)
    Optional<@WithConverter(ConfigValues.OfSwitch.class) Boolean> share();

    /** How long an answer is fresh, and serves without the source being asked; longer if the source says so. */
    @Allowed(value = Kind.DURATION, range = "0s to 30d")
    Optional<@WithConverter(ConfigValues.OfDuration.class) Duration> freshFor();

    /**
     * Whether to {@code obey} what the source says of the reuse of its answers (RFC 9111), or to {@code ignore} it, for an API
     * with a daily quota.
     */
    @Allowed(Kind.CACHE_CONTROL)
    Optional<@WithConverter(ConfigValues.OfCacheControl.class) CacheControl> cacheControl();

    /** How long after that an answer may serve, marked as stale, when the source fails or is late; 0 switches that off. */
    @Allowed(value = Kind.DURATION, range = "0s to 30d")
    Optional<@WithConverter(ConfigValues.OfDuration.class) Duration> staleFor();

    /** How many times a call is made once more after a failure that another try may mend; 0 switches that off. */
    @Allowed(value = Kind.NUMBER, range = "0 to 5")
    Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> retries();

    /** Whether a source that fails again and again is left alone for a while (circuit breaker). */
    @Allowed(Kind.SWITCH)
    Optional<@WithConverter(ConfigValues.OfSwitch.class) Boolean> breaker();

    /** How long it is left alone before one call tries it again. */
    @Allowed(value = Kind.DURATION, range = "1ms to 1h")
    Optional<@WithConverter(ConfigValues.OfDuration.class) Duration> breakerWait();

    /** Whether a source is left alone for as long as it wishes ({@code Retry-After}), and for a while after a 429. */
    @Allowed(Kind.SWITCH)
    Optional<@WithConverter(ConfigValues.OfSwitch.class) Boolean> backoff();

    /** The most calls to the source at a time; one more fails at once. Left out, they wait for a connection instead. */
    @Allowed(value = Kind.NUMBER, range = "1 to 1000000")
    Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> bulkhead();

    /** The most calls to the source in any stretch of so much time; every try counts. */
    @Allowed(Kind.RATE)
    Optional<@WithConverter(ConfigValues.OfRate.class) Rate> maxRate();

    /** When a second call is made as the first is slow: after a time, or when it is slower than most were. */
    @Allowed(Kind.HEDGE)
    Optional<@WithConverter(ConfigValues.OfHedge.class) HedgeAfter> hedgeAfter();

    /** What is made of a source's word on the reuse of its answers. */
    enum CacheControl {
        /** It counts. */
        OBEY,
        /** It doesn't. */
        IGNORE
    }
}
