package dev.newsfan.policy;

import dev.newsfan.config.PolicySettings;
import java.time.Duration;

/** For how long an answer is fresh: what the configuration says and what the source says, in one place. */
final class Lifetimes {

    private Lifetimes() {}

    /**
     * From an answer's arrival on: the larger of {@code fresh-for} and what the source allows; zero if the source wants to be asked
     * each time. Where the source has no say, {@code fresh-for} alone.
     */
    static Duration of(CacheHeaders headers, PolicySettings settings) {
        return left(headers, settings, Duration.ZERO);
    }

    /** From now on, for an answer that has an age already, which its headers take into account. */
    static Duration left(SourceAnswer answer, PolicySettings settings) {
        return left(answer.headers(), settings, answer.age().orElse(Duration.ZERO));
    }

    private static Duration left(CacheHeaders headers, PolicySettings settings, Duration age) {
        Duration configured = longer(settings.freshFor().minus(age), Duration.ZERO);
        if (!settings.obey()) {
            return configured;
        }
        return headers.noCache() || headers.noStore()
                ? Duration.ZERO
                : longer(configured, headers.lifetime().orElse(Duration.ZERO));
    }

    /** Whether an answer may be kept at all. */
    static boolean mayBeKept(CacheHeaders headers, PolicySettings settings) {
        return !settings.obey() || !headers.noStore();
    }

    /** Whether it may be used again without asking the source, if it is young enough. */
    static boolean mayBeReused(CacheHeaders headers, PolicySettings settings) {
        return !settings.obey() || !headers.noStore() && !headers.noCache();
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
