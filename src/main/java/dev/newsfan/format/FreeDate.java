package dev.newsfan.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads dates in whatever way people write them, part by part: {@code Sat Oct 06 2018 10:00 PM GMT+0200 (CEST)},
 * {@code 6. října 2018}, {@code 2018年10月6日 下午 10:00}. Numbers tell by their length and by what stands beside them what
 * they are. A date that could be two days, such as {@code 3/4/2018}, is none. One object for each date, for one thread.
 */
final class FreeDate {

    private static final int UNKNOWN = -1;
    private static final int UNKNOWN_WEEKDAY = 0;

    private final String text;
    private int at;
    private int year = UNKNOWN;
    private int month = UNKNOWN;
    private int day = UNKNOWN;
    private int hour = UNKNOWN;
    private int minute;
    private int second;
    private int hoursToAdd;
    private Optional<ZoneId> zone = Optional.empty();
    private boolean offsetInNumbers;
    private int weekday;
    private boolean anyNumber;
    private boolean monthBeforeNumbers;
    private boolean ambiguous;

    private FreeDate(String text) {
        this.text = text;
    }

    /**
     * The date, or null if there is none in the text.
     *
     * @throws java.time.DateTimeException if there is no such day or time
     */
    static Instant read(String text) {
        FreeDate date = new FreeDate(text);
        date.readParts();
        return date.hasDay() && date.settle() ? date.instant() : null;
    }

    /** Whether it is clear what is the day and what the month: by the day of the week, or by a clock that is American. */
    private boolean settle() {
        if (!ambiguous || weekday == UNKNOWN_WEEKDAY) {
            return !ambiguous || hoursToAdd != 0;
        }
        boolean monthFirst = isOnWeekday(month, day);
        if (isOnWeekday(day, month)) {
            int first = month;
            month = day;
            day = first;
            return !monthFirst;
        }
        return monthFirst;
    }

    private boolean isOnWeekday(int monthOfYear, int dayOfMonth) {
        return LocalDate.of(year, monthOfYear, dayOfMonth).getDayOfWeek().getValue() == weekday;
    }

    private boolean hasDay() {
        return year != UNKNOWN && month != UNKNOWN && day != UNKNOWN;
    }

    private Instant instant() {
        int hours = Math.max(hour, 0);
        if (hoursToAdd != 0 && hours <= 12) {
            hours = hours % 12 + (hoursToAdd > 0 ? hoursToAdd : 0);
        }
        // Midnight at the end of a day, and a leap second, which Java's clock doesn't have.
        boolean nextDay = hours == 24 && minute == 0 && second == 0;
        LocalTime time = LocalTime.of(nextDay ? 0 : hours, minute, Math.min(second, 59));
        return LocalDate.of(year, month, day)
                .plusDays(nextDay ? 1 : 0)
                .atTime(time)
                .atZone(zone.orElse(ZoneOffset.UTC))
                .toInstant();
    }

    private void readParts() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(at)) {
                readNumber();
                anyNumber = true;
            } else if (Character.isLetter(c)) {
                readWord();
            } else if ((c == '+' || c == '-' || c == '\u2212') && isDigit(at + 1) && (hour != UNKNOWN || hasDay())) {
                readOffset(c == '+' ? 1 : -1);
            } else {
                // What is in brackets is said before: +0200 (CEST).
                int closing = c == '(' ? text.indexOf(')', at) : at;
                at = Math.max(at, closing) + 1;
            }
        }
    }

    private void readNumber() {
        int start = at;
        int value = number();
        int digits = at - start;
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == ':' && digits <= 2 && isDigit(at + 1) && hour == UNKNOWN) {
            readTime(value);
        } else if (!readUnit(value)) {
            readDayNumber(value, digits, next);
        }
    }

    private void readDayNumber(int value, int digits, char next) {
        boolean more = (next == '-' || next == '/' || next == '.') && isDigit(at + 1);
        boolean time = hasDay() && hour == UNKNOWN;
        if (digits <= 2 && more && day == UNKNOWN && month == UNKNOWN) {
            readDayAndMonth(value, next);
        } else if (digits <= 2 && day == UNKNOWN) {
            day = value;
        } else if (digits <= 2 && year == UNKNOWN) {
            year = ofTwoDigits(value);
        } else if (digits == 4 && year == UNKNOWN && more) {
            readYearMonthDay(value, next);
        } else if (digits == 4 && year == UNKNOWN) {
            year = value;
        } else if (digits == 4 && time) {
            readCompactTime(value * 100);
        } else if (digits == 6 && time) {
            readCompactTime(value);
        } else if (digits == 8) {
            year = value / 10_000;
            month = value / 100 % 100;
            day = value % 100;
        }
    }

    private void readCompactTime(int value) {
        hour = value / 10_000;
        minute = value / 100 % 100;
        second = value % 100;
    }

    /** RFC 2822, section 4.3. */
    private static int ofTwoDigits(int value) {
        return value < 50 ? 2000 + value : 1900 + value;
    }

    /** {@code 2018-10-06}, or {@code 2018-10}, which begins with its first day. */
    private void readYearMonthDay(int first, char separator) {
        year = first;
        at++;
        month = number();
        day = 1;
        if (at < text.length() && text.charAt(at) == separator && isDigit(at + 1)) {
            at++;
            day = number();
        }
    }

    /** {@code 6.10.2018}, or with slashes, where either may come first. */
    private void readDayAndMonth(int first, char separator) {
        at++;
        int other = number();
        boolean dayFirst = separator != '/' || first > 12;
        ambiguous |= separator == '/' && first <= 12 && other <= 12 && first != other;
        day = dayFirst ? first : other;
        month = dayFirst ? other : first;
        if (at < text.length() && text.charAt(at) == separator && isDigit(at + 1)) {
            at++;
            int start = at;
            int value = number();
            year = at - start <= 2 ? ofTwoDigits(value) : value;
        }
    }

    /** The units that stand behind numbers in Chinese, Japanese and Korean. */
    private boolean readUnit(int value) {
        int unit = at;
        while (unit < text.length() && text.charAt(unit) == ' ') {
            unit++;
        }
        switch (unit < text.length() ? text.charAt(unit) : ' ') {
            case '年', '년' -> year = value;
            case '月', '월' -> month = value;
            case '日', '号', '일' -> day = value;
            case '時', '时', '点', '시' -> hour = value;
            case '分', '분' -> minute = value;
            case '秒', '초' -> second = value;
            default -> {
                return false;
            }
        }
        at = unit + 1;
        return true;
    }

    private void readTime(int hours) {
        hour = hours;
        at++;
        minute = number();
        if (at < text.length() && text.charAt(at) == ':' && isDigit(at + 1)) {
            at++;
            second = number();
            if (at < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && isDigit(at + 1)) {
                at++;
                number();
            }
        }
    }

    private void readOffset(int sign) {
        at++;
        int start = at;
        int value = number();
        int digits = at - start;
        int hours = digits > 2 ? value / 100 : value;
        int minutes = digits > 2 ? value % 100 : 0;
        if (digits <= 2 && at < text.length() && text.charAt(at) == ':' && isDigit(at + 1)) {
            at++;
            minutes = number();
        }
        if (digits <= 4) {
            zone = DateZones.offset(sign, hours, minutes);
            offsetInNumbers = zone.isPresent();
        }
    }

    private void readWord() {
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || isInWord(at))) {
            at++;
        }
        String word = text.substring(start, at);
        int months = DateWords.month(word);
        weekday = Math.max(weekday, DateWords.weekday(word));
        if (months > 0 && (month == UNKNOWN || monthBeforeNumbers)) {
            // Short for Tuesday, "mar" is what March is in other languages; the month comes later.
            month = months;
            monthBeforeNumbers = !anyNumber;
        } else if (DateWords.isForenoon(word)) {
            hoursToAdd = -12;
        } else if (DateWords.isAfternoon(word)) {
            hoursToAdd = 12;
        } else if (hour != UNKNOWN && !offsetInNumbers) {
            zone = DateZones.named(word).or(() -> zone);
        }
    }

    /** As in p.m. and America/New_York. */
    private boolean isInWord(int index) {
        boolean joins = "./_".indexOf(text.charAt(index)) >= 0;
        return joins && index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** The number that stands here; a very long one is some other one, as it is none that anybody needs. */
    private int number() {
        int value = 0;
        while (isDigit(at)) {
            value = value > 99_999_999 ? value : value * 10 + text.charAt(at) - '0';
            at++;
        }
        return value;
    }
}
