package dev.newsfan.loadlab.report;

import dev.newsfan.loadlab.plan.LoadPlan;
import dev.newsfan.loadlab.plan.LoadStep;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.plan.OptionParser;
import dev.newsfan.loadlab.report.RunResults.SourceBaseline;
import dev.newsfan.loadlab.report.StepMeasurement.LatencyPercentiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run that never was: as predicted, but for what a test changes. */
final class SampleRun {

    static final ResourceUsage CALM = new ResourceUsage(0.5, 0.1, 0.2, 0.6, 300e6, 40, 3000, 0.001, 100);
    static final SourceBaseline BASELINE = new SourceBaseline(10_000, 3000, 1500, 1499, 0.002);

    private static final Machine MACHINE = new Machine(2, "a <processor>", 8e9, 6e9, 20_000, 28_000, "Linux", "25");

    private SampleRun() {}

    static RunResults results(Map<String, String> options) {
        LoadPlan plan = LoadPlan.of(OptionParser.parse(options), MACHINE);
        List<StepResult> steps = plan.steps().stream()
                .map(step -> result(step, 0.99, CALM, 0.002))
                .toList();
        return new RunResults(Instant.EPOCH, plan, BASELINE, steps);
    }

    /** The same run with another first step, and no other. */
    static RunResults with(RunResults results, double part, ResourceUsage usage) {
        StepResult first = result(results.steps().getFirst().step(), part, usage, 0.002);
        return new RunResults(results.at(), results.plan(), results.baseline(), List.of(first));
    }

    /** @param part of the predicted rate */
    static StepResult result(LoadStep step, double part, ResourceUsage usage, double userLateness) {
        double latency = step.prediction().latency() / part;
        double perSecond = step.prediction().perSecond() * part;
        var latencies = new LatencyPercentiles(latency, latency, latency, latency, latency, latency);
        StepMeasurement measurement = new StepMeasurement(
                (int) (30 * perSecond), perSecond, latencies, step.prediction().refusedPerSecond(), 0, 0);
        return new StepResult(step, measurement, usage, userLateness, "gatling/a/index.html");
    }
}
