package dev.newsfan.loadlab.cost.users;

import java.util.Arrays;

/**
 * What became of an order. An answer is one with status 200 that says that it is complete; anything else is an error.
 *
 * @param answers from the first to the last, those before and after the measured time among them
 * @param errors likewise
 * @param perSecond answers in the measured time
 * @param median of their response times, in seconds; NaN if there were none
 * @param p99 likewise
 * @param firstError what went wrong first; empty if nothing did
 */
public record LoadResult(long answers, long errors, double perSecond, double median, double p99, String firstError) {

    /** @param nanos the response times of the answers in the measured time, in any order */
    static LoadResult of(long answers, long errors, double measured, long[] nanos, String firstError) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new LoadResult(
                answers,
                errors,
                sorted.length / measured,
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                firstError);
    }

    /** The smallest time that so large a part of them doesn't exceed, in seconds. */
    private static double percentile(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e9;
    }

    /** In one line. */
    String line() {
        return answers + "," + errors + "," + perSecond + "," + median + "," + p99 + "," + firstError;
    }

    /** What such a line says. */
    public static LoadResult parse(String line) {
        String[] values = line.split(",", 6);
        return new LoadResult(
                Long.parseLong(values[0]),
                Long.parseLong(values[1]),
                Double.parseDouble(values[2]),
                Double.parseDouble(values[3]),
                Double.parseDouble(values[4]),
                values[5]);
    }
}
