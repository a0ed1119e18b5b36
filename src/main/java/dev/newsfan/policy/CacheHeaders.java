package dev.newsfan.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * What a source's answer says of its own reuse (RFC 9111, section 5, and RFC 9110, section 8.8).
 *
 * @param lifetime how much longer it is fresh, counted from its arrival: what {@code Cache-Control} or {@code Expires} allow,
 *     less its {@code Age}; zero if none is left; empty if nothing is said
 * @param noCache whether it must not be used again without asking the source
 * @param noStore whether it must not be kept
 * @param etag as it came; never a blank one
 * @param lastModified as it came; never a blank one
 */
public record CacheHeaders(
        Optional<Duration> lifetime,
        boolean noCache,
        boolean noStore,
        Optional<String> etag,
        Optional<String> lastModified) {

    /** Nothing is said. */
    public static final CacheHeaders NONE =
            new CacheHeaders(Optional.empty(), false, false, Optional.empty(), Optional.empty());

    /** Whether the source can be asked whether an answer with them still holds. */
    public boolean canBeValidated() {
        return etag.isPresent() || lastModified.isPresent();
    }

    /** The same, so much later. */
    public CacheHeaders after(Duration time) {
        return new CacheHeaders(
                lifetime.map(left -> left.compareTo(time) > 0 ? left.minus(time) : Duration.ZERO),
                noCache,
                noStore,
                etag,
                lastModified);
    }

    /** Whether they are about the same state of what was asked for, as far as validators tell. */
    public boolean isSameStateAs(CacheHeaders other) {
        return canBeValidated() && etag.equals(other.etag) && lastModified.equals(other.lastModified);
    }

    /** The same, with what an earlier answer said where this one says nothing, as a 304 may (RFC 9111, section 3.2). */
    public CacheHeaders updating(CacheHeaders earlier) {
        CacheHeaders reuse = lifetime.isPresent() || noCache || noStore ? this : earlier;
        return new CacheHeaders(
                reuse.lifetime,
                reuse.noCache,
                reuse.noStore,
                etag.or(earlier::etag),
                lastModified.or(earlier::lastModified));
    }
}
