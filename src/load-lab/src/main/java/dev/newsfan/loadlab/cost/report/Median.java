package dev.newsfan.loadlab.cost.report;

import java.util.List;

/** The number in the middle, which a single round in bad company doesn't move. */
final class Median {

    private Median() {}

    /** Of an even number of them, the mean of the two in the middle; NaN of none. */
    static double of(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
