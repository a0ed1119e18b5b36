package dev.newsfan.loadlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run that never was: as predicted, but for what a test changes. */
final class SampleRun {

    static final Usage CALM = new Usage(0.5, 0.1, 0.2, 0.6, 300e6, 40, 3000, 0.001, 100);
    static final UpstreamAlone ALONE = new UpstreamAlone(10_000, 3000, 1500, 1499, 0.002);

    private static final Machine MACHINE = new Machine(2, "a <processor>", 8e9, 6e9, 20_000, 28_000, "Linux", "25");

    private SampleRun() {}

    static Options options(Map<String, String> options) {
        try {
            return OptionsReader.read(options);
        } catch (BadOption e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Results results(Map<String, String> given) {
        Options options = options(given);
        Houses houses = Houses.of(options, 2);
        List<Row> rows = new ArrayList<>();
        for (Step step : Step.of(options, houses)) {
            rows.add(row(step, 0.99, CALM));
        }
        return new Results(
                Instant.EPOCH, options, MACHINE, houses, ServiceSettings.chosen(options, houses), ALONE, rows);
    }

    static Step step() {
        Options options = options(Map.of("load.users", "1000", "load.modes", "async"));
        return Step.of(options, Houses.of(options, 2)).getFirst();
    }

    /** @param part of the predicted rate */
    static Row row(Step step, double part, Usage usage) {
        double latency = step.prediction().latency() / part;
        Latencies latencies = new Latencies(latency, latency, latency, latency, latency, latency);
        double perSecond = step.prediction().perSecond() * part;
        Measured measured = new Measured(
                (int) (30 * perSecond), perSecond, latencies, step.prediction().refusedPerSecond(), 0, 0);
        return new Row(step, measured, usage, 0.002, "gatling/a/index.html");
    }
}
