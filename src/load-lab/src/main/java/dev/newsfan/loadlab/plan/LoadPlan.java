package dev.newsfan.loadlab.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is decided before a run. */
public record LoadPlan(LoadOptions options, Machine machine, List<LoadStep> steps) {

    private static final double LONGEST_BUDGET = 600;
    private static final double MOST_CALLS = 10_000;

    public LoadPlan {
        steps = List.copyOf(steps);
    }

    /** Every mode with every number of users, in their order. */
    public static LoadPlan of(LoadOptions options, Machine machine) {
        List<LoadStep> steps = options.modes().stream()
                .flatMap(mode ->
                        options.users().stream().map(users -> LoadStep.of(mode, users, options, machine.cores())))
                .toList();
        return new LoadPlan(options, machine, steps);
    }

    public ServerCapacity capacity(LoadedMode mode) {
        return ServerCapacity.of(mode, options, machine.cores());
    }

    /** The steps of a mode; they are run against one server. */
    public List<LoadStep> steps(LoadedMode mode) {
        return steps.stream().filter(step -> step.mode() == mode).toList();
    }

    /** Why the load can't be run on this machine; empty if it can. */
    public List<String> obstacles() {
        int requests =
                steps.stream().mapToInt(LoadStep::concurrentRequests).max().orElse(0);
        // Arrivals share connections, with some to spare.
        int connections = options.open() ? requests + 100 : options.mostUsers();
        return machine.obstacles(requests, connections, options.asksSources() ? options.sources() : 0);
    }

    /** As many calls as the largest step has at the sources, as far as one caller per call can be had. */
    public int concurrentCalls() {
        double most = steps.stream()
                .mapToDouble(step -> step.prediction().perSecond() * options.delay() * options.callsPerRequest())
                .max()
                .orElse(1);
        double files = Double.isNaN(machine.openFiles()) ? MOST_CALLS : 0.8 * machine.openFiles();
        return (int) Math.clamp(most, 1, Math.min(MOST_CALLS, files));
    }

    /** The service's configuration, as far as it differs from its own choice. */
    public Map<String, String> serviceSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("newsfan.budget", Math.round(budget() * 1000) + "ms");
        options.workers().ifPresent(workers -> settings.put("quarkus.thread-pool.max-threads", "" + workers));
        if (!options.asksSources()) {
            settings.put("newsfan.lab.enabled", "true");
            settings.put("newsfan.lab.limit", "" + capacity(LoadedMode.ASYNC).limit());
        } else if (ServerCapacity.limitsAreChosen(options)) {
            for (LoadedMode mode : List.of(LoadedMode.SYNC, LoadedMode.ASYNC, LoadedMode.VIRTUAL)) {
                settings.put(
                        "newsfan.limits." + mode.word(), "" + capacity(mode).limit());
            }
        }
        return settings;
    }

    /** Long enough for the longest line: the lab wants to see people wait, not be told that it took too long. */
    private double budget() {
        double longest = steps.stream()
                .mapToDouble(step -> step.prediction().latency())
                .max()
                .orElse(0);
        return Math.min(LONGEST_BUDGET, 10 + 2 * longest);
    }
}
