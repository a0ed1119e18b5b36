package dev.newsfan.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often a source is asked and when it is given up on, as its own keys say, or else those for all sources, or else the defaults
 * here.
 *
 * @param share whether calls under way at the same time are one
 * @param freshFor how long an answer is fresh, whatever the source says; zero if it has the say
 * @param obey whether what the source says of reuse counts
 * @param staleFor how long after that an answer may serve when the source fails or is late
 * @param retries how many times a call is made once more
 * @param breaker whether a source that fails again and again is left alone
 * @param breakerWait for how long
 * @param backoff whether a source is left alone for as long as it wishes
 * @param bulkhead the most calls at a time; empty if there is no such limit
 * @param maxRate the most calls in any stretch of time, of all replicas together; empty if there is no such limit
 * @param hedgeAfter when a second call is made; empty if none is
 */
public record PolicySettings(
        boolean share,
        Duration freshFor,
        boolean obey,
        Duration staleFor,
        int retries,
        boolean breaker,
        Duration breakerWait,
        boolean backoff,
        Optional<Integer> bulkhead,
        Optional<Rate> maxRate,
        Optional<HedgeAfter> hedgeAfter) {

    /** {@code share}, unless it is said. */
    static final boolean SHARE = true;

    /** {@code fresh-for}, unless it is said. */
    static final Duration FRESH_FOR = Duration.ofMinutes(1);

    /** {@code stale-for}, unless it is said. */
    static final Duration STALE_FOR = Duration.ofHours(1);

    /** {@code retries}, unless it is said. */
    static final int RETRIES = 1;

    /** {@code breaker}, unless it is said. */
    static final boolean BREAKER = true;

    /** {@code breaker-wait}, unless it is said. */
    static final Duration BREAKER_WAIT = Duration.ofSeconds(10);

    /** {@code backoff}, unless it is said. */
    static final boolean BACKOFF = true;

    /** @param all of which the keys for all sources count where the source's own say nothing */
    public static PolicySettings of(PolicyKeys source, PolicyKeys all) {
        return new PolicySettings(
                first(source, all, PolicyKeys::share).orElse(SHARE),
                first(source, all, PolicyKeys::freshFor).orElse(FRESH_FOR),
                first(source, all, PolicyKeys::cacheControl).orElse(PolicyKeys.CacheControl.OBEY)
                        == PolicyKeys.CacheControl.OBEY,
                first(source, all, PolicyKeys::staleFor).orElse(STALE_FOR),
                first(source, all, PolicyKeys::retries).orElse(RETRIES),
                first(source, all, PolicyKeys::breaker).orElse(BREAKER),
                first(source, all, PolicyKeys::breakerWait).orElse(BREAKER_WAIT),
                first(source, all, PolicyKeys::backoff).orElse(BACKOFF),
                first(source, all, PolicyKeys::bulkhead),
                first(source, all, PolicyKeys::maxRate),
                first(source, all, PolicyKeys::hedgeAfter));
    }

    private static <T> Optional<T> first(PolicyKeys one, PolicyKeys other, Function<PolicyKeys, Optional<T>> key) {
        return key.apply(one).or(() -> key.apply(other));
    }
}
