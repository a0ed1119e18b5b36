package dev.newsfan.format;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads the two ways in which nearly all dates are written: {@code 2026-11-20T04:32:00Z} (RFC 3339, section 5.6) and
 * {@code Thu, 19 Nov 2026 07:30:00 +0100} (RFC 822, section 5, with the year of RFC 2822). By hand, as java.time takes ten
 * times longer for them.
 */
final class FixedDate {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LENGTH_OF_SECOND = "2026-11-20T04:32:00".length();
    private static final int MOST_DIGITS = 9;

    private FixedDate() {}

    /**
     * The date, or null if it is written in another way.
     *
     * @throws java.time.DateTimeException if there is no such day
     */
    static Instant read(String date) {
        if (date.length() <= LENGTH_OF_SECOND) {
            return null;
        }
        return date.charAt(4) == '-' ? rfc3339(date) : rfc822(date);
    }

    private static Instant rfc3339(String date) {
        char t = date.charAt(10);
        int time = secondOfDay(date, 11);
        if (date.charAt(7) != '-' || t != 'T' && t != 't' && t != ' ' || time < 0) {
            return null;
        }
        int year = two(date, 0) < 0 || two(date, 2) < 0 ? -1 : two(date, 0) * 100 + two(date, 2);
        int zone = LENGTH_OF_SECOND;
        long nanos = 0;
        if (date.charAt(zone) == '.') {
            int digits = 0;
            while (++zone < date.length() && isDigit(date.charAt(zone))) {
                nanos = digits++ < MOST_DIGITS ? nanos * 10 + date.charAt(zone) - '0' : nanos;
            }
            for (; digits < MOST_DIGITS; digits++) {
                nanos *= 10;
            }
        }
        return instant(year, two(date, 5), two(date, 8), time, nanos, offset(date, zone));
    }

    private static Instant rfc822(String date) {
        int day = date.charAt(3) == ',' && date.charAt(4) == ' ' ? 5 : 0;
        boolean oneDigit = date.charAt(day + 1) == ' ';
        int dayOfMonth = oneDigit ? digit(date, day) : two(date, day);
        int month = oneDigit ? day + 2 : day + 3;
        int year = month + 4;
        int time = year + 5;
        // At least a zone of one letter has to follow.
        if (date.length() < time + 10
                || date.charAt(month - 1) != ' '
                || date.charAt(year - 1) != ' '
                || date.charAt(time - 1) != ' '
                || date.charAt(time + 8) != ' ') {
            return null;
        }
        int name = MONTHS.indexOf(date.substring(month, month + 3));
        int monthOfYear = name < 0 || name % 3 > 0 ? -1 : name / 3 + 1;
        int century = two(date, year);
        int yearOfCentury = two(date, year + 2);
        return instant(
                century < 0 || yearOfCentury < 0 ? -1 : century * 100 + yearOfCentury,
                monthOfYear,
                dayOfMonth,
                secondOfDay(date, time),
                0,
                offset(date, time + 9));
    }

    private static Instant instant(int year, int month, int day, int secondOfDay, long nanos, int offset) {
        if (year < 0 || month < 0 || day < 0 || secondOfDay < 0 || offset == NO_OFFSET) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + secondOfDay - offset, nanos);
    }

    private static final int NO_OFFSET = Integer.MIN_VALUE;

    /** The offset from UTC in seconds that is all the rest. */
    private static int offset(String date, int at) {
        int length = date.length() - at;
        char sign = length > 0 ? date.charAt(at) : ' ';
        if (length == 1 && (sign == 'Z' || sign == 'z')
                || length == 3 && (date.endsWith("GMT") || date.endsWith("UTC"))) {
            return 0;
        }
        boolean colon = length == 6 && date.charAt(at + 3) == ':';
        if (sign != '+' && sign != '-' || !colon && length != 5) {
            return NO_OFFSET;
        }
        int hours = two(date, at + 1);
        int minutes = two(date, date.length() - 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NO_OFFSET;
        }
        int offset = hours * 3600 + minutes * 60;
        return sign == '-' ? -offset : offset;
    }

    /** The time {@code 04:32:00} that stands there, or -1. */
    private static int secondOfDay(String date, int at) {
        int hours = two(date, at);
        int minutes = two(date, at + 3);
        int seconds = two(date, at + 6);
        boolean colons = date.charAt(at + 2) == ':' && date.charAt(at + 5) == ':';
        boolean fits = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
        return colons && fits ? hours * 3600 + minutes * 60 + seconds : -1;
    }

    private static int two(String date, int at) {
        int tens = digit(date, at);
        int ones = digit(date, at + 1);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(String date, int at) {
        char c = date.charAt(at);
        return isDigit(c) ? c - '0' : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
