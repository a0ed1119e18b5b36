package dev.newsfan.loadlab;

/**
 * One row of the table: a load on a line.
 *
 * @param step what was run, with its prediction
 * @param measured what the answers say
 * @param usage what it took
 * @param generatorLateness how late the users were, in seconds: in 99 of 100 cases no later
 * @param gatling where Gatling's own report is, seen from ours
 */
record Row(Step step, Measured measured, Usage usage, double generatorLateness, String gatling) {

    /** How far the rate is from the prediction, in percent. */
    double difference() {
        return percent(measured.perSecond(), step.prediction().perSecond());
    }

    /** How far the mean time is from the prediction, in percent; NaN if none was predicted. */
    double latencyDifference() {
        return step.prediction().latency() < 0.001
                ? Double.NaN
                : percent(measured.latencies().mean(), step.prediction().latency());
    }

    private static double percent(double measured, double predicted) {
        return Double.isInfinite(predicted) || predicted == 0 ? Double.NaN : 100 * (measured / predicted - 1);
    }

    /** What the server computes for a thousand requests, in seconds; refused ones count too. */
    double cpuPerThousand() {
        return 1000 * usage.serverCores() / (measured.perSecond() + measured.refusedPerSecond());
    }

    double residentMegabytes() {
        return usage.residentBytes() / (1 << 20);
    }
}
