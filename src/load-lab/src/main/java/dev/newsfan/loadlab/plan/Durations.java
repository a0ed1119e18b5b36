package dev.newsfan.loadlab.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them; seconds everywhere else. */
public final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s|m)");

    private Durations() {}

    /**
     * The seconds in {@code 50ms}, {@code 2s}, {@code 0.5s} or {@code 3m}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static double parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(text);
        }
        double number = Double.parseDouble(written.group(1));
        return switch (written.group(2)) {
            case "ms" -> number / 1000;
            case "s" -> number;
            default -> number * 60;
        };
    }

    /** For people: 0 ms, 50 ms, 2 s, 2.15 s, 3 min 20 s. */
    public static String inWords(double seconds) {
        if (Double.isNaN(seconds)) {
            return "not measured";
        }
        if (seconds < 0.99995) {
            return shortest(Math.round(seconds * 100_000) / 100.0) + " ms";
        }
        if (seconds < 60) {
            return shortest(Math.round(seconds * 100) / 100.0) + " s";
        }
        long whole = Math.round(seconds);
        return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
    }

    /** A number as short as it can be: 2 rather than 2.0, at most six decimals. */
    public static String shortest(double number) {
        return String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
    }
}
