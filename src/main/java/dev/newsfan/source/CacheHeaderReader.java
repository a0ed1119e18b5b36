package dev.newsfan.source;

import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.upstream.UpstreamAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an answer says of when to ask again (RFC 9111, section 5, and RFC 9110, section 10.2.3). */
final class CacheHeaderReader {

    /** The longest that a source is taken at its word: one that says a year by mistake would be silent for a year. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** A directive with its value, which may be quoted (RFC 9111, section 5.2). */
    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,=\"]++)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|([^,\\s]*+)))?+");

    /** More than any server needs; what a source sends beyond it is not looked at. */
    private static final int LONGEST_HEADER = 1000;

    private CacheHeaderReader() {}

    /** @param now when the answer arrived */
    static CacheHeaders read(UpstreamAnswer answer, Instant now) {
        Map<String, String> control = directives(answer);
        return new CacheHeaders(
                lifetime(answer, control, now),
                control.containsKey("no-cache"),
                control.containsKey("no-store"),
                text(answer, "ETag"),
                text(answer, "Last-Modified"));
    }

    /** How long a source wishes not to be asked, in seconds or until a date; what can't be read says nothing. */
    static Optional<Duration> retryAfter(UpstreamAnswer answer, Instant now) {
        return text(answer, "Retry-After")
                .flatMap(wish -> seconds(wish).or(() -> date(wish).map(date -> Duration.between(now, date))))
                .map(CacheHeaderReader::bounded);
    }

    /** The first of each name counts (RFC 9111, section 4.2.1). */
    private static Map<String, String> directives(UpstreamAnswer answer) {
        Map<String, String> directives = new HashMap<>();
        text(answer, "Cache-Control").ifPresent(control -> {
            Matcher directive = DIRECTIVE.matcher(control.toLowerCase(Locale.ROOT));
            while (directive.find()) {
                String quoted = directive.group(2);
                String value = quoted == null ? directive.group(3) : quoted;
                directives.putIfAbsent(directive.group(1), value == null ? "" : value);
            }
        });
        return directives;
    }

    /** What is said and can't be read counts as no time at all (RFC 9111, sections 4.2.1 and 5.3). */
    private static Optional<Duration> lifetime(UpstreamAnswer answer, Map<String, String> control, Instant now) {
        // All who ask here share what is kept.
        String age = control.getOrDefault("s-maxage", control.get("max-age"));
        Optional<Duration> said = age != null
                ? Optional.of(seconds(age).orElse(Duration.ZERO))
                : text(answer, "Expires").map(expires -> untilThen(expires, answer, now));
        Duration spent = text(answer, "Age").flatMap(CacheHeaderReader::seconds).orElse(Duration.ZERO);
        return said.map(lifetime -> bounded(lifetime.minus(spent)));
    }

    /** By the source's own clock, if it says what that shows. */
    private static Duration untilThen(String expires, UpstreamAnswer answer, Instant now) {
        Instant sent = text(answer, "Date").flatMap(CacheHeaderReader::date).orElse(now);
        return date(expires).map(end -> Duration.between(sent, end)).orElse(Duration.ZERO);
    }

    private static Duration bounded(Duration time) {
        return time.isNegative() ? Duration.ZERO : time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    private static Optional<Duration> seconds(String text) {
        // More digits than any number needs that counts here.
        return Optional.of(text)
                .filter(some -> some.matches("\\d{1,40}"))
                .map(digits -> Duration.ofSeconds(digits.length() > 9 ? 1_000_000_000 : Long.parseLong(digits)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(UpstreamAnswer answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_HEADER);
    }
}
