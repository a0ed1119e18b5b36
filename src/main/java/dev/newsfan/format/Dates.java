package dev.newsfan.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the dates of the JSON formats. */
final class Dates {

    private Dates() {}

    /** An RFC 3339 date and time, or empty: an article with a date that nobody can read is better than no article. */
    static Optional<Instant> rfc3339(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
