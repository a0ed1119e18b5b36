package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.NumberStyle.COUNT;
import static dev.newsfan.loadlab.report.NumberStyle.FINE;
import static dev.newsfan.loadlab.report.NumberStyle.PERCENT;
import static dev.newsfan.loadlab.report.NumberStyle.RATE;
import static dev.newsfan.loadlab.report.NumberStyle.SECONDS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A column of numbers, the same in each of the reports; its name in lower case is its key in results.json. */
enum Column {
    PER_SECOND("requests/s", RATE, StepResult::perSecond),
    PREDICTED_PER_SECOND("predicted", RATE, step -> step.step().prediction().perSecond()),
    DIFFERENCE_PERCENT("difference", PERCENT, StepResult::difference),
    MEAN("mean", SECONDS, step -> step.latencies().mean()),
    PREDICTED_MEAN("predicted", SECONDS, step -> step.step().prediction().latency()),
    P50("p50", SECONDS, step -> step.latencies().p50()),
    P95("p95", SECONDS, step -> step.latencies().p95()),
    P99("p99", SECONDS, step -> step.latencies().p99()),
    P999("p99.9", SECONDS, step -> step.latencies().p999()),
    REFUSED_PER_SECOND("503/s", RATE, step -> step.measurement().refusedPerSecond()),
    PREDICTED_REFUSED_PER_SECOND(
            "predicted", RATE, step -> step.step().prediction().refusedPerSecond()),
    ERRORS("errors", COUNT, step -> step.measurement().errors()),
    INCOMPLETE("incomplete", COUNT, step -> step.measurement().incomplete()),
    COUNTED("answers counted", COUNT, step -> step.measurement().counted()),
    CPU_PER_THOUSAND("CPU s per 1,000", FINE, StepResult::cpuPerThousand),
    RESIDENT_MEGABYTES("resident MB", COUNT, StepResult::residentMegabytes),
    THREADS("threads", COUNT, step -> step.usage().threads()),
    MOST_IN_FLIGHT("most calls in flight", COUNT, step -> step.usage().mostCalls()),

    SERVER_CORES("server's cores", FINE, step -> step.usage().serverCores()),
    UPSTREAM_CORES("sources' cores", FINE, step -> step.usage().sourceCores()),
    GENERATOR_CORES("users' cores", FINE, step -> step.usage().userCores()),
    IDLE_PERCENT("idle", PERCENT, step -> 100 * step.usage().idle()),
    CALLS_PER_SECOND("sources' calls/s", RATE, step -> step.usage().callsPerSecond()),
    UPSTREAM_LATENESS("sources late by", SECONDS, step -> step.usage().sourceLateness()),
    GENERATOR_LATENESS("users late by", SECONDS, StepResult::userLateness);

    static final Set<Column> OF_THE_SERVER = EnumSet.range(PER_SECOND, MOST_IN_FLIGHT);
    static final Set<Column> OF_THE_LAB = EnumSet.range(SERVER_CORES, GENERATOR_LATENESS);
    static final Set<Column> COMPARED = EnumSet.of(PER_SECOND, P99, CPU_PER_THOUSAND, RESIDENT_MEGABYTES);

    private final String title;
    private final NumberStyle style;
    private final ToDoubleFunction<StepResult> number;

    Column(String title, NumberStyle style, ToDoubleFunction<StepResult> number) {
        this.title = title;
        this.style = style;
        this.number = number;
    }

    public String title() {
        return title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isPrediction() {
        return title.equals("predicted");
    }

    /** NaN if it wasn't measured. */
    double number(StepResult step) {
        return number.applyAsDouble(step);
    }

    public String show(StepResult step) {
        return show(number(step));
    }

    String show(double value) {
        return style.show(value);
    }
}
