package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.report.NumberStyle;
import java.util.Locale;

/** A number of a line. */
public enum CostColumn {
    CPU_MICROS("CPU µs per request", NumberStyle.COUNT),
    LEAST_MICROS("least of a round", NumberStyle.COUNT),
    MOST_MICROS("most of a round", NumberStyle.COUNT),
    RATIO("times bare", NumberStyle.RATIO),
    KEPT_RATIO("as kept", NumberStyle.RATIO),
    PART_OF_UNCACHED("% of uncached", NumberStyle.PERCENT),
    MOST_PER_SECOND("a core bears, requests/s", NumberStyle.COUNT),
    REQUESTS("requests", NumberStyle.COUNT),
    PER_SECOND("requests/s", NumberStyle.RATE),
    IDEAL_PER_SECOND("ideal", NumberStyle.RATE),
    PART_OF_IDEAL("% of it", NumberStyle.PERCENT),
    CPU_SECONDS("CPU s", NumberStyle.FINE),
    MEDIAN("median", NumberStyle.SECONDS),
    P99("p99", NumberStyle.SECONDS),
    OVERHEAD_MEDIAN("beyond the source, median", NumberStyle.SECONDS),
    OVERHEAD_P99("beyond the source, p99", NumberStyle.SECONDS),
    RESIDENT_BYTES("resident MB", NumberStyle.MEGABYTES),
    ERRORS("errors", NumberStyle.COUNT),
    START_SECONDS("start", NumberStyle.SECONDS);

    private final String title;
    private final NumberStyle style;

    CostColumn(String title, NumberStyle style) {
        this.title = title;
        this.style = style;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** For programs. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String show(double number) {
        return style.show(number);
    }
}
