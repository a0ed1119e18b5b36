package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges a row: who was the limit if it wasn't the service, and why it is not as predicted. */
final class Verdict {

    /** What a row may differ from its prediction before a cause is looked for, in percent. */
    static final double TOLERANCE = 10;

    private static final double LATE_SECONDS = 0.02;
    private static final double LATE_PART = 0.05;
    private static final double NEAR_CEILING = 0.8;
    private static final double BUSY = 0.05;
    private static final double OTHERS = 0.2;
    private static final int FEW_ANSWERS = 30;

    private final Row row;
    private final UpstreamAlone alone;
    private final int cores;

    Verdict(Row row, UpstreamAlone alone, int cores) {
        this.row = row;
        this.alone = alone;
        this.cores = cores;
    }

    /** Who held the row back beside the service: some of upstream, users, machine. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (upstreamWasLate() || upstreamWasNearItsCeiling()) {
            limits.add("upstream");
        }
        if (row.generatorLateness() > late()) {
            limits.add("users");
        }
        if (machineWasBusy()) {
            limits.add("machine");
        }
        return limits;
    }

    /** Why the row differs from its prediction by more than the tolerance; empty if it doesn't. */
    Optional<String> cause() {
        boolean differs = Math.abs(row.difference()) > TOLERANCE
                || Math.abs(row.latencyDifference()) > TOLERANCE
                || row.measured().counted() == 0;
        return differs ? Optional.of(String.join("; ", causes())) : Optional.empty();
    }

    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        Measured measured = row.measured();
        if (measured.errors() > 0) {
            causes.add(measured.errors() + " errors, see the logs");
        }
        if (measured.incomplete() > 0) {
            causes.add(measured.incomplete() + " digests without all their sources");
        }
        if (machineWasBusy()) {
            causes.add(busy());
        }
        if (upstreamWasLate()) {
            causes.add("the sources were late by " + Times.inWords(row.usage().upstreamLateness()));
        } else if (upstreamWasNearItsCeiling()) {
            causes.add(text("the sources can't do much more than %.0f calls/s here", alone.ceiling()));
        }
        if (row.generatorLateness() > late()) {
            causes.add("the users were late by " + Times.inWords(row.generatorLateness()));
        }
        return causes.isEmpty() ? List.of(lastResort()) : causes;
    }

    /** Who computed; also whether it was somebody who is no part of the lab. */
    private String busy() {
        Usage usage = row.usage();
        double ours = usage.serverCores() + usage.upstreamCores() + usage.generatorCores();
        double others = cores * (1 - usage.idle()) - ours;
        return text(
                        "all %d cores were busy: the server computed on %.2f of them, the sources on %.2f, the users on %.2f",
                        cores, usage.serverCores(), usage.upstreamCores(), usage.generatorCores())
                + (others > OTHERS ? text(", and others, which are no part of the lab, on %.2f", others) : "");
    }

    private String lastResort() {
        if (row.measured().counted() < FEW_ANSWERS && Double.isNaN(row.latencyDifference())) {
            return "only " + row.measured().counted() + " answers counted";
        }
        double beyond =
                row.measured().latencies().mean() - row.step().prediction().latency();
        if (beyond > 0) {
            return "each request took " + Times.inWords(beyond)
                    + " beyond the waiting that was predicted, while the machine had time: the server's own, or its network's";
        }
        return "not found by the lab";
    }

    private boolean machineWasBusy() {
        return row.usage().idle() < BUSY;
    }

    private boolean upstreamWasLate() {
        return row.usage().upstreamLateness() > late();
    }

    private boolean upstreamWasNearItsCeiling() {
        return row.usage().callsPerSecond() > NEAR_CEILING * alone.ceiling();
    }

    private double late() {
        return Math.max(LATE_SECONDS, LATE_PART * row.step().prediction().latency());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
