package dev.newsfan.loadlab;

import java.util.Arrays;

/**
 * How long the answers took, in seconds; NaN where there were none.
 *
 * @param p999 99.9 % of the answers took no longer
 */
record Latencies(double mean, double p50, double p95, double p99, double p999, double max) {

    static final Latencies NONE = new Latencies(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Of every single answer, none rounded and none put into a bucket. */
    static Latencies ofMicros(long[] micros) {
        if (micros.length == 0) {
            return NONE;
        }
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new Latencies(
                Arrays.stream(sorted).average().orElseThrow() / 1e6,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 99.9),
                percentile(sorted, 100));
    }

    /** The smallest value that so many percent of all don't exceed: the nearest rank. */
    private static double percentile(long[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
