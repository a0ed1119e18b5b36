package dev.newsfan.policy;

import java.util.Locale;

/** What a policy did for a request, as source reports and metrics have it. */
public enum PolicyEvent {
    /** The answer was there already, and fresh. */
    FRESH,
    /** The source said that the answer that was there still holds (304). */
    REVALIDATED,
    /** An older answer serves, as there is no fresh one. */
    STALE,
    /** The answer was asked for before it was needed; no request waited for it. */
    REFRESHED,
    /** The answer is that to a call which another request had begun. */
    SHARED,
    /** Another replica had asked. */
    FROM_REPLICA,
    /** The source was asked once more after a failure. */
    RETRIED,
    /** It failed, and would have been asked once more, but the retry budget was used up. */
    RETRY_DENIED,
    /** The source was asked a second time, as the first answer was slow. */
    HEDGED,
    /** And that second answer was the first to come. */
    HEDGE_WON,
    /** It was not asked, as it has failed too often. */
    CIRCUIT_OPEN,
    /** It was not asked, as it had wished so (Retry-After). */
    BACKED_OFF,
    /** It was not asked, as its rate was used up. */
    RATE_LIMITED,
    /** It was not asked, as too many calls were under way. */
    BULKHEAD_FULL,
    /** It was asked: each time that a request went out, whoever it was for. */
    CALLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Its name in reports and metrics, such as {@code circuit_open}. */
    public String word() {
        return word;
    }
}
