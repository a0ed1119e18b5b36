package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.plan.Durations.inWords;
import static dev.newsfan.loadlab.report.NumberStyle.text;

import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.plan.LoadPlan;
import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServerCapacity;
import dev.newsfan.loadlab.report.RunResults.SourceBaseline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was run, and where: the head of every report. */
final class RunFacts {

    private RunFacts() {}

    /** In the order in which they are told. */
    static Map<String, String> of(RunResults results) {
        LoadPlan plan = results.plan();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Machine", MachineReport.hardware(plan.machine()));
        facts.put("System", MachineReport.system(plan.machine()));
        facts.put("Load", load(plan.options()));
        facts.put("Pools and limits", capacities(plan));
        facts.put("Settings", settings(plan));
        if (results.baseline().inFlight() > 0) {
            facts.put("Sources alone", baseline(results.baseline()));
        }
        return facts;
    }

    static String load(LoadOptions options) {
        String users = options.users().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String job = (options.asksSources() ? options.sources() + " sources of " : "one wait of ")
                + inWords(options.delay())
                + options.client()
                        .setting()
                        .map(client -> ", asked by the " + client + " client")
                        .orElse("");
        return options.open()
                ? users + " arrivals per second, whatever the server does; " + job
                : "%s users, each thinking %s to %s between requests; %s"
                        .formatted(users, inWords(options.thinkMin()), inWords(options.thinkMax()), job);
    }

    private static String capacities(LoadPlan plan) {
        LoadOptions options = plan.options();
        String limits =
                options.modes().stream().map(mode -> capacity(plan, mode)).collect(Collectors.joining(", "));
        int connections = plan.capacity(options.modes().getFirst()).connections();
        return options.asksSources() ? limits + "; " + connections + " connections to each source" : limits;
    }

    private static String capacity(LoadPlan plan, LoadedMode mode) {
        ServerCapacity capacity = plan.capacity(mode);
        return mode.word() + " lets in " + capacity.limit()
                + (mode.isSequential() ? " on " + capacity.workers() + " worker threads" : "");
    }

    private static String settings(LoadPlan plan) {
        String settings = plan.serviceSettings().entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
        String java = String.join(" ", plan.options().java());
        return java.isEmpty() ? settings : settings + "; JVM " + java;
    }

    private static String baseline(SourceBaseline baseline) {
        return text(
                "at most %,.0f calls/s; with %,d in flight %,.1f calls/s of %,.1f, late by %s",
                baseline.ceiling(),
                baseline.inFlight(),
                baseline.perSecond(),
                baseline.predictedPerSecond(),
                inWords(baseline.lateness()));
    }
}
