package dev.newsfan.loadlab.report;

import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the responses of a steady state say.
 *
 * @param counted how many answers with 200 came in the window
 * @param perSecond answers with 200 per second
 * @param latencies of the answers with 200
 * @param refusedPerSecond answers with 503 per second
 * @param errors what was neither: other statuses, broken connections
 * @param incomplete answers with 200 that lack a source
 */
public record StepMeasurement(
        int counted,
        double perSecond,
        LatencyPercentiles latencies,
        double refusedPerSecond,
        int errors,
        int incomplete) {

    /**
     * How long the answers took, in seconds; NaN where there were none.
     *
     * @param p999 99.9 % of the answers took no longer
     */
    public record LatencyPercentiles(double mean, double p50, double p95, double p99, double p999, double max) {

        /** Of every single answer, none rounded and none put into a bucket. */
        public static LatencyPercentiles ofMicros(LongStream micros) {
            long[] sorted = micros.sorted().toArray();
            return new LatencyPercentiles(
                    Arrays.stream(sorted).average().orElse(Double.NaN) / 1e6,
                    percentile(sorted, 50),
                    percentile(sorted, 95),
                    percentile(sorted, 99),
                    percentile(sorted, 99.9),
                    percentile(sorted, 100));
        }

        /** The smallest value that so many percent of all don't exceed: the nearest rank. */
        private static double percentile(long[] sorted, double percent) {
            int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
            return sorted.length == 0 ? Double.NaN : sorted[Math.max(rank, 1) - 1] / 1e6;
        }
    }

    /** With fewer answers than this, one more or less at the window's edge would show. */
    private static final int FEW = 500;

    public static StepMeasurement of(List<ResponseSample> responses, MeasurementWindow window) {
        List<ResponseSample> inside = responses.stream()
                .filter(response -> window.contains(response.endMicros()))
                .toList();
        List<ResponseSample> ok = inside.stream().filter(ResponseSample::isOk).toList();
        long refused =
                inside.stream().filter(response -> response.status() == 503).count();
        return new StepMeasurement(
                ok.size(),
                (ok.size() < FEW ? withParts(responses, window) : ok.size()) / window.seconds(),
                LatencyPercentiles.ofMicros(ok.stream().mapToLong(ResponseSample::micros)),
                refused / window.seconds(),
                inside.size() - ok.size() - (int) refused,
                (int) ok.stream().filter(response -> !response.complete()).count());
    }

    /** How many answers with 200, of which those at the edges count with the part of their time that lies in the window. */
    private static double withParts(List<ResponseSample> responses, MeasurementWindow window) {
        return responses.stream()
                .filter(ResponseSample::isOk)
                .mapToDouble(response -> part(response, window))
                .sum();
    }

    private static double part(ResponseSample response, MeasurementWindow window) {
        if (response.micros() == 0) {
            return window.contains(response.endMicros()) ? 1 : 0;
        }
        long inside = Math.min(response.endMicros(), window.toMicros())
                - Math.max(response.startMicros(), window.fromMicros());
        return Math.max(0, inside) / (double) response.micros();
    }
}
