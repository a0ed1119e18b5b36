package dev.newsfan.policy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a source has delivered, and how it came to whoever asked. One that is kept and served many times has the same {@link #result}
 * each time, so that what is made of it can be kept, too.
 *
 * @param result what it delivered
 * @param headers what it said of its reuse
 * @param age how long ago it was fetched, or was said to hold still; empty if just now, for this request
 * @param freshFor how much longer it is fresh; zero if it isn't kept, or is stale
 * @param staleBecause why it serves though it is no longer fresh; empty if it is
 * @param events what the policies did on the way
 * @param raw the answer as it came, if somebody wants to hand it on; it isn't kept in memory
 */
public record SourceAnswer(
        FetchResult result,
        CacheHeaders headers,
        Optional<Duration> age,
        Duration freshFor,
        Optional<FailureReason> staleBecause,
        Set<PolicyEvent> events,
        Optional<RawAnswer> raw) {

    /** Nothing at all. */
    public static final SourceAnswer NONE = of(FetchResult.NONE);

    private static final Set<PolicyEvent> KEPT = Set.of(PolicyEvent.FRESH);

    /** What has just come. */
    public static SourceAnswer of(FetchResult result) {
        return of(result, CacheHeaders.NONE, Optional.empty());
    }

    /** What has just come, with what it says of its reuse. */
    public static SourceAnswer of(FetchResult result, CacheHeaders headers, Optional<RawAnswer> raw) {
        return new SourceAnswer(result, headers, Optional.empty(), Duration.ZERO, Optional.empty(), Set.of(), raw);
    }

    /** The same after one more policy has done something. */
    public SourceAnswer with(PolicyEvent event) {
        Set<PolicyEvent> more = events.isEmpty() ? EnumSet.of(event) : EnumSet.copyOf(events);
        more.add(event);
        return new SourceAnswer(result, headers, age, freshFor, staleBecause, more, raw);
    }

    /** The same, to be fresh for so long. */
    public SourceAnswer freshFor(Duration time) {
        return new SourceAnswer(result, headers, age, time, staleBecause, events, raw);
    }

    /** The same, as fetched so long ago. */
    public SourceAnswer aged(Duration time) {
        return new SourceAnswer(result, headers, Optional.of(time), freshFor, staleBecause, events, raw);
    }

    /** One that is kept, as it serves without the source being asked. */
    public SourceAnswer fresh(Duration time, Duration left) {
        return new SourceAnswer(result, headers, Optional.of(time), left, Optional.empty(), KEPT, Optional.empty());
    }

    /** The same, which serves though it is no longer fresh. */
    public SourceAnswer stale(FailureReason why) {
        return new SourceAnswer(result, headers, age, Duration.ZERO, Optional.of(why), events, raw)
                .with(PolicyEvent.STALE);
    }

    /** The same without what is only there to be handed on. */
    public SourceAnswer withoutRaw() {
        return new SourceAnswer(result, headers, age, freshFor, staleBecause, events, Optional.empty());
    }

    /** What was known before still holds, as a 304 says, under these headers. */
    public SourceAnswer revalidated(CacheHeaders now) {
        return of(result, now.updating(headers), Optional.empty()).with(PolicyEvent.REVALIDATED);
    }

    /** What is kept of it: no longer than needed as it came, and nothing of how. */
    public SourceAnswer toKeep() {
        return of(result, headers, Optional.empty());
    }

    /** Whether it serves though it is no longer fresh. */
    public boolean isStale() {
        return staleBecause.isPresent();
    }
}
