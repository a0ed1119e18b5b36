package dev.newsfan.loadlab.cost.plan;

import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.SourceClient;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose cost is measured: a line of the tables, and a process of its own, so that each is compiled for its own job. */
public enum CostLine {
    SYNC(LoadedMode.SYNC),
    SYNC_FRESH(LoadedMode.SYNC, ServicePolicies.FRESH),
    ASYNC(LoadedMode.ASYNC),
    ASYNC_VERTX(LoadedMode.ASYNC, SourceClient.VERTX),
    ASYNC_FRESH(LoadedMode.ASYNC, ServicePolicies.FRESH),
    VIRTUAL(LoadedMode.VIRTUAL),
    VIRTUAL_VERTX(LoadedMode.VIRTUAL, SourceClient.VERTX),
    VIRTUAL_FRESH(LoadedMode.VIRTUAL, ServicePolicies.FRESH),
    /** What all others are compared with. */
    BARE(LoadedMode.BARE),
    PARTS(LoadedMode.PARTS);

    private final LoadedMode mode;
    private final SourceClient client;
    private final ServicePolicies policies;

    CostLine(LoadedMode mode) {
        this(mode, SourceClient.REST, ServicePolicies.OFF);
    }

    CostLine(LoadedMode mode, SourceClient client) {
        this(mode, client, ServicePolicies.OFF);
    }

    CostLine(LoadedMode mode, ServicePolicies policies) {
        this(mode, SourceClient.REST, policies);
    }

    CostLine(LoadedMode mode, SourceClient client, ServicePolicies policies) {
        this.mode = mode;
        this.client = client;
        this.policies = policies;
    }

    /** What it is asked for. */
    public LoadedMode mode() {
        return mode;
    }

    /** How it asks its sources; a server by hand has only the one. */
    public SourceClient client() {
        return client;
    }

    /** Which of the service's policies are at work. */
    public ServicePolicies policies() {
        return policies;
    }

    /** The line that asks its sources each time, if this one doesn't. */
    public Optional<CostLine> uncached() {
        return Stream.of(values())
                .filter(line -> policies == ServicePolicies.FRESH && line.policies == ServicePolicies.OFF)
                .filter(line -> line.mode == mode && line.client == client)
                .findFirst();
    }

    /** As it is written in options, in the file of ratios and in reports. */
    public String word() {
        String asked = mode.word() + client.setting().map(name -> "+" + name).orElse("");
        return policies == ServicePolicies.FRESH ? asked + "-fresh" : asked;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static CostLine of(String word) {
        return Stream.of(values())
                .filter(line -> line.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** All of them, for people. */
    static String words() {
        return Stream.of(values()).map(CostLine::word).collect(Collectors.joining(", "));
    }
}
