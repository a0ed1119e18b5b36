package dev.newsfan.policy;

import dev.newsfan.config.PolicySettings;
import java.time.Duration;

/** How long an answer is fresh: what the configuration says and what the source says, in one rule. */
final class Lifetimes {

    private Lifetimes() {}

    /**
     * How much longer an answer is fresh.
     *
     * @param age how long ago it was fetched
     * @return zero if the source has to be asked again
     */
    static Duration left(CacheHeaders headers, Duration age, PolicySettings settings) {
        Duration own = settings.freshFor().minus(age);
        Duration left = settings.obey() ? longer(own, headers.lifetime().orElse(Duration.ZERO)) : own;
        boolean mustAsk = settings.obey() && (headers.noCache() || headers.noStore());
        return mustAsk || left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether it may be kept at all. */
    static boolean mayKeep(CacheHeaders headers, PolicySettings settings) {
        return !(settings.obey() && headers.noStore());
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
