package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.NumberStyle.text;

import dev.newsfan.loadlab.plan.Durations;
import dev.newsfan.loadlab.report.RunResults.SourceBaseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a step: who was the limit if it wasn't the server, and why it is not as predicted.
 *
 * @param cores of the machine
 */
record Diagnosis(StepResult step, SourceBaseline baseline, int cores) {

    /** What a step may differ from its prediction before a cause is looked for, in percent. */
    private static final double TOLERANCE = 10;

    private static final double LATE_SECONDS = 0.02;
    private static final double LATE_PART = 0.05;
    private static final double NEAR_CEILING = 0.8;
    private static final double BUSY = 0.05;
    private static final double OTHERS = 0.2;
    private static final int FEW_ANSWERS = 30;

    /** Who held the step back beside the server: some of upstream, users, machine. */
    public List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (sourcesWereLate() || sourcesWereNearTheirCeiling()) {
            limits.add("upstream");
        }
        if (usersWereLate()) {
            limits.add("users");
        }
        if (machineWasBusy()) {
            limits.add("machine");
        }
        return limits;
    }

    /** Why the step differs from its prediction by more than the tolerance; empty if it doesn't. */
    public Optional<String> cause() {
        boolean differs = Math.abs(step.difference()) > TOLERANCE
                || Math.abs(step.latencyDifference()) > TOLERANCE
                || step.measurement().counted() == 0;
        return differs ? Optional.of(String.join("; ", causes())) : Optional.empty();
    }

    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        StepMeasurement measurement = step.measurement();
        if (measurement.errors() > 0) {
            causes.add(measurement.errors() + " errors, see the logs");
        }
        if (measurement.incomplete() > 0) {
            causes.add(measurement.incomplete() + " digests without all their sources");
        }
        if (machineWasBusy()) {
            causes.add(whoComputed());
        }
        if (sourcesWereLate()) {
            causes.add(
                    "the sources were late by " + Durations.inWords(step.usage().sourceLateness()));
        } else if (sourcesWereNearTheirCeiling()) {
            causes.add(text("the sources can't do much more than %.0f calls/s here", baseline.ceiling()));
        }
        if (usersWereLate()) {
            causes.add("the users were late by " + Durations.inWords(step.userLateness()));
        }
        return causes.isEmpty() ? List.of(nobodyElse()) : causes;
    }

    /** Also whether it was somebody who is no part of the lab. */
    private String whoComputed() {
        ResourceUsage usage = step.usage();
        double others = cores * (1 - usage.idle()) - usage.serverCores() - usage.sourceCores() - usage.userCores();
        return text(
                        "all %d cores were busy: the server computed on %.2f of them, the sources on %.2f, the users on %.2f",
                        cores, usage.serverCores(), usage.sourceCores(), usage.userCores())
                + (others > OTHERS ? text(", and others, which are no part of the lab, on %.2f", others) : "");
    }

    private String nobodyElse() {
        int counted = step.measurement().counted();
        if (counted < FEW_ANSWERS && Double.isNaN(step.latencyDifference())) {
            return "only " + counted + " answers counted";
        }
        double beyond = step.latencies().mean() - step.step().prediction().latency();
        return beyond > 0
                ? "each request took " + Durations.inWords(beyond)
                        + " beyond the waiting that was predicted, while the machine had time: the server's own, or its network's"
                : "not found by the lab";
    }

    private boolean machineWasBusy() {
        return step.usage().idle() < BUSY;
    }

    private boolean sourcesWereLate() {
        return step.usage().sourceLateness() > late();
    }

    private boolean sourcesWereNearTheirCeiling() {
        return step.usage().callsPerSecond() > NEAR_CEILING * baseline.ceiling();
    }

    private boolean usersWereLate() {
        return step.userLateness() > late();
    }

    private double late() {
        return Math.max(LATE_SECONDS, LATE_PART * step.step().prediction().latency());
    }
}
