package dev.newsfan.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.timeline.Fact;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is told of one request: as a text {@code name=value}, with blanks in between, all names in the same order and a dash for what
 * isn't known; as a map what is known, for those who write it otherwise. Without the query, which may hold what nobody else is to
 * know.
 */
final class AccessLine extends AbstractMap<String, Object> {

    private static final List<Fact> COUNTS = List.of(Fact.OK, Fact.TIMEOUT, Fact.ERROR, Fact.SKIPPED, Fact.STALE);

    private static final List<String> NAMES = List.of(
            "trace_id",
            "method",
            "path",
            "mode",
            "status",
            "seconds",
            "bytes",
            "ok",
            "timeout",
            "error",
            "skipped",
            "stale",
            "gone");

    private static final int LONGEST = 500;

    private final Map<String, Object> known = new LinkedHashMap<>();

    AccessLine with(String name, Object value) {
        known.put(name, value);
        return this;
    }

    /** If it is among what is known of the request. */
    AccessLine with(Fact fact, Map<Fact, Object> facts) {
        if (facts.containsKey(fact)) {
            known.put(fact.word(), facts.get(fact));
        }
        return this;
    }

    /** How the sources ended; what nobody told of is none. */
    AccessLine counts(Map<Fact, Object> facts) {
        COUNTS.forEach(count -> known.put(count.word(), facts.getOrDefault(count, 0L)));
        return this;
    }

    /** A text of the caller's in visible ASCII without a blank; all else as in a URI, and cut where it is long. */
    static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            if (shown.length() >= LONGEST) {
                return shown.append("...").toString();
            }
            if (b > ' ' && b < 127) {
                shown.append((char) b);
            } else {
                shown.append("%%%02X".formatted(b));
            }
        }
        return shown.toString();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return known.entrySet();
    }

    @Override
    public String toString() {
        return NAMES.stream()
                .map(name -> name + "=" + known.getOrDefault(name, "-"))
                .collect(Collectors.joining(" "));
    }
}
