package dev.newsfan.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads dates that are one number: seconds or milliseconds since 1970, or {@code 20261120043200} without anything between. */
final class NumberDate {

    private static final int MOST_DIGITS = 14;

    private NumberDate() {}

    /**
     * The date, or null if it is written in another way.
     *
     * @throws java.time.DateTimeException if there is no such day or time
     */
    static Instant read(String date) {
        if (date.length() > MOST_DIGITS || !date.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long number = date.isEmpty() ? 0 : Long.parseLong(date);
        return switch (date.length()) {
            // From 2001 to 2286.
            case 10 -> Instant.ofEpochSecond(number);
            case 13 -> Instant.ofEpochMilli(number);
            case 12 -> ofDigits(number * 100);
            case MOST_DIGITS -> ofDigits(number);
            default -> null;
        };
    }

    private static Instant ofDigits(long number) {
        int day = (int) (number / 1_000_000);
        int time = (int) (number % 1_000_000);
        return LocalDateTime.of(day / 10_000, day / 100 % 100, day % 100, time / 10_000, time / 100 % 100, time % 100)
                .toInstant(ZoneOffset.UTC);
    }
}
