package dev.newsfan.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads the dates of all formats. It can be used by several threads at a time. */
final class Dates {

    /** There was no web before; a date such as 1970 stands for none, and would pass for the earliest of all. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Further in the future is no clock that is wrong, nor a time zone left out, but a mistake that would stay on top. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private static final int LONGEST = 100;

    private final InstantSource clock;

    /** @param clock tells which dates lie in the future */
    Dates(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A date in nearly any way of writing, or empty: an article with a date that nobody can read, or nobody can believe, is
     * better than no article. What has no time zone is in UTC, what has no time begins with the day.
     */
    Optional<Instant> read(String text) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(instant(date)).filter(this::isBelievable);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Instant instant(String date) {
        Instant fixed = FixedDate.read(date);
        Instant exact = fixed == null ? NumberDate.read(date) : fixed;
        return exact == null ? FreeDate.read(date) : exact;
    }

    private boolean isBelievable(Instant date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(clock.instant().plus(AHEAD));
    }
}
