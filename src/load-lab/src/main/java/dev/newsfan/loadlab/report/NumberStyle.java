package dev.newsfan.loadlab.report;

import java.util.Locale;

/** How a number is shown, the same in each of the reports. */
public enum NumberStyle {
    COUNT,
    RATE,
    SECONDS,
    PERCENT,
    CHANGE,
    RATIO,
    MEGABYTES,
    FINE;

    /** For people; a dash for NaN. */
    public String show(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return "∞";
        }
        return switch (this) {
            case COUNT -> text("%,d", Math.round(value));
            case RATE -> value == 0 ? "0" : text(value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%,.0f", value);
            case SECONDS -> value < 0.99995 ? text("%.1f ms", value * 1000) : text("%.3f s", value);
            case PERCENT -> text("%.1f %%", value);
            case CHANGE -> text("%+.1f %%", value);
            case RATIO -> text("%.2f", value);
            case MEGABYTES -> text("%,.0f", value / 1e6);
            case FINE -> text("%.3f", value);
        };
    }

    /** With a point in every country. */
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
