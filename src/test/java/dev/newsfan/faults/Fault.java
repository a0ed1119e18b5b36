package dev.newsfan.faults;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A way in which a source fails, and what is to come of it in every mode.
 *
 * @param name in words
 * @param format that the source is configured with
 * @param settings further keys of the source, such as {@code http2=true}
 * @param rounds 0 if the modes ask at the same time; otherwise they take turns, and each asks this often
 * @param callers how many ask at a time in each mode
 */
record Fault(
        String name,
        String format,
        HostileSource.Opening opening,
        Expected expected,
        List<String> settings,
        int rounds,
        int callers) {

    static Fault of(String name, HostileSource.Opening opening, Expected expected) {
        return new Fault(name, "json-feed", opening, expected, List.of(), 0, 1);
    }

    Fault format(String other) {
        return new Fault(name, other, opening, expected, settings, rounds, callers);
    }

    Fault setting(String line) {
        List<String> more = Stream.concat(settings.stream(), Stream.of(line)).toList();
        return new Fault(name, format, opening, expected, more, rounds, callers);
    }

    Fault rounds(int times) {
        return new Fault(name, format, opening, expected, settings, times, callers);
    }

    Fault callers(int number) {
        return new Fault(name, format, opening, expected, settings, rounds, number);
    }

    /** The name of the source. */
    String source() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Those that have something in common. */
    record Family(String title, List<Fault> faults) {}
}
