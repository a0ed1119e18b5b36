package dev.newsfan.loadlab.report;

import dev.newsfan.loadlab.plan.Durations;
import dev.newsfan.loadlab.plan.LoadStep;
import dev.newsfan.loadlab.report.StepMeasurement.LatencyPercentiles;

/**
 * What came of a step.
 *
 * @param step what was run, with its prediction
 * @param measurement what the responses say
 * @param usage what it took
 * @param userLateness how late the users were, in seconds: in 99 of 100 cases no later
 * @param gatlingReport where Gatling's own report is, seen from ours
 */
public record StepResult(
        LoadStep step, StepMeasurement measurement, ResourceUsage usage, double userLateness, String gatlingReport) {

    public double perSecond() {
        return measurement.perSecond();
    }

    public LatencyPercentiles latencies() {
        return measurement.latencies();
    }

    public String mode() {
        return step.mode().word();
    }

    /** How many, for people. */
    public String users() {
        return NumberStyle.COUNT.show(step.users());
    }

    /** In a few words, the rate left out. */
    public String summary() {
        return "%s of the prediction; 99 of 100 answers within %s"
                .formatted(
                        NumberStyle.PERCENT.show(100 + difference()),
                        Durations.inWords(latencies().p99()));
    }

    /** How far the rate is from the prediction, in percent. */
    double difference() {
        return percent(perSecond(), step.prediction().perSecond());
    }

    /** How far the mean time is from the prediction, in percent; NaN if none was predicted. */
    double latencyDifference() {
        double predicted = step.prediction().latency();
        return predicted < 0.001 ? Double.NaN : percent(latencies().mean(), predicted);
    }

    private static double percent(double measured, double predicted) {
        return Double.isInfinite(predicted) || predicted == 0 ? Double.NaN : 100 * (measured / predicted - 1);
    }

    /** What the server computes for a thousand requests, in seconds; refused ones count too. */
    double cpuPerThousand() {
        return 1000 * usage.serverCores() / (perSecond() + measurement.refusedPerSecond());
    }

    double residentMegabytes() {
        return usage.residentBytes() / (1 << 20);
    }
}
