package dev.newsfan.loadlab;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A column of numbers, the same in each of the reports.
 *
 * @param title for people
 * @param key in results.json
 * @param kind how a number is shown
 * @param number NaN if it wasn't measured
 */
record Column(String title, String key, Kind kind, ToDoubleFunction<Row> number) {

    enum Kind {
        COUNT,
        RATE,
        SECONDS,
        PERCENT,
        FINE
    }

    static final List<Column> ALL = List.of(
            new Column(
                    "requests/s", "per_second", Kind.RATE, row -> row.measured().perSecond()),
            new Column(
                    "predicted",
                    "predicted_per_second",
                    Kind.RATE,
                    row -> row.step().prediction().perSecond()),
            new Column("difference", "difference_percent", Kind.PERCENT, Row::difference),
            new Column(
                    "mean",
                    "mean",
                    Kind.SECONDS,
                    row -> row.measured().latencies().mean()),
            new Column(
                    "predicted",
                    "predicted_mean",
                    Kind.SECONDS,
                    row -> row.step().prediction().latency()),
            new Column(
                    "p50",
                    "p50",
                    Kind.SECONDS,
                    row -> row.measured().latencies().p50()),
            new Column(
                    "p95",
                    "p95",
                    Kind.SECONDS,
                    row -> row.measured().latencies().p95()),
            new Column(
                    "p99",
                    "p99",
                    Kind.SECONDS,
                    row -> row.measured().latencies().p99()),
            new Column(
                    "p99.9",
                    "p999",
                    Kind.SECONDS,
                    row -> row.measured().latencies().p999()),
            new Column(
                    "503/s",
                    "refused_per_second",
                    Kind.RATE,
                    row -> row.measured().refusedPerSecond()),
            new Column(
                    "predicted",
                    "predicted_refused_per_second",
                    Kind.RATE,
                    row -> row.step().prediction().refusedPerSecond()),
            new Column("errors", "errors", Kind.COUNT, row -> row.measured().errors()),
            new Column(
                    "incomplete",
                    "incomplete",
                    Kind.COUNT,
                    row -> row.measured().incomplete()),
            new Column(
                    "answers counted",
                    "counted",
                    Kind.COUNT,
                    row -> row.measured().counted()),
            new Column("CPU s per 1,000", "cpu_per_thousand", Kind.FINE, Row::cpuPerThousand),
            new Column("resident MB", "resident_megabytes", Kind.COUNT, Row::residentMegabytes),
            new Column("threads", "threads", Kind.COUNT, row -> row.usage().threads()),
            new Column(
                    "most calls in flight",
                    "most_in_flight",
                    Kind.COUNT,
                    row -> row.usage().mostInFlight()));

    /** Of the report's second table, which is about the lab itself. */
    static final List<Column> OF_THE_LAB = List.of(
            new Column(
                    "server's cores",
                    "server_cores",
                    Kind.FINE,
                    row -> row.usage().serverCores()),
            new Column(
                    "sources' cores",
                    "upstream_cores",
                    Kind.FINE,
                    row -> row.usage().upstreamCores()),
            new Column(
                    "users' cores",
                    "generator_cores",
                    Kind.FINE,
                    row -> row.usage().generatorCores()),
            new Column(
                    "idle",
                    "idle_percent",
                    Kind.PERCENT,
                    row -> 100 * row.usage().idle()),
            new Column(
                    "sources' calls/s",
                    "calls_per_second",
                    Kind.RATE,
                    row -> row.usage().callsPerSecond()),
            new Column(
                    "sources late by",
                    "upstream_lateness",
                    Kind.SECONDS,
                    row -> row.usage().upstreamLateness()),
            new Column("users late by", "generator_lateness", Kind.SECONDS, Row::generatorLateness));

    String show(Row row) {
        return show(kind, number.applyAsDouble(row));
    }

    static String show(Kind kind, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return "∞";
        }
        return switch (kind) {
            case COUNT -> String.format(Locale.ROOT, "%,d", Math.round(value));
            case RATE -> rate(value);
            case SECONDS ->
                value < 0.99995
                        ? String.format(Locale.ROOT, "%.1f ms", value * 1000)
                        : String.format(Locale.ROOT, "%.3f s", value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value);
            case FINE -> String.format(Locale.ROOT, "%.3f", value);
        };
    }

    private static String rate(double value) {
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%,.0f", value);
    }
}
