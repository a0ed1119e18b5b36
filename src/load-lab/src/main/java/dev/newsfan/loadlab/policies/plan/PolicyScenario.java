package dev.newsfan.loadlab.policies.plan;

import static dev.newsfan.loadlab.plan.ServicePolicies.BREAKER;
import static dev.newsfan.loadlab.plan.ServicePolicies.BREAKER_AND_STALE;
import static dev.newsfan.loadlab.plan.ServicePolicies.FRESH_FOR_A_SECOND;
import static dev.newsfan.loadlab.plan.ServicePolicies.HEDGED;
import static dev.newsfan.loadlab.plan.ServicePolicies.OFF;
import static dev.newsfan.loadlab.plan.ServicePolicies.SHARED;

import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.servers.SourceHealth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked at: how the first source is, and the policies that are put beside each other. */
public enum PolicyScenario {
    /** Who waits for whom, if one source is slow now and then. */
    SLOW(
            "One source takes ten times as long once in twenty",
            SourceHealth.SLOW_NOW_AND_THEN,
            OFF,
            BREAKER,
            BREAKER_AND_STALE,
            HEDGED),
    /** Who waits for whom, if one source doesn't answer any more. */
    SILENT("One source is silent", SourceHealth.SILENT, OFF, BREAKER, BREAKER_AND_STALE, HEDGED),
    /** How often well sources are asked. */
    CALLS("All sources are well", SourceHealth.WELL, OFF, SHARED, FRESH_FOR_A_SECOND);

    private final String title;
    private final SourceHealth health;
    private final List<ServicePolicies> variants;

    PolicyScenario(String title, SourceHealth health, ServicePolicies... variants) {
        this.title = title;
        this.health = health;
        this.variants = List.of(variants);
    }

    /** As it is written in options and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Of the first source; all others are well. */
    public SourceHealth health() {
        return health;
    }

    /** The policies, in the order of the table; each has a service of its own. */
    public List<ServicePolicies> variants() {
        return variants;
    }

    static PolicyScenario of(String word) {
        return Stream.of(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    static String words(String separator) {
        return Stream.of(values()).map(PolicyScenario::word).collect(Collectors.joining(separator));
    }
}
