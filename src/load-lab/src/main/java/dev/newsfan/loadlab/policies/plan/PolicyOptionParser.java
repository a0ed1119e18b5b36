package dev.newsfan.loadlab.policies.plan;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenOptions;
import dev.newsfan.loadlab.plan.LoadedMode;
import java.util.List;
import java.util.Map;

/** Reads the options of a run of the policies. */
public final class PolicyOptionParser {

    private static final String POLICIES = "policies";

    /** As Maven has it when nothing is said. */
    private static final String ALL = "true";

    private static final double HOUR = 3600;

    private static final Map<String, String> ALLOWED = Map.of(
            POLICIES,
            "nothing, for all, or some of " + PolicyScenario.words(", ") + ", with commas",
            "policies.mode",
            "sync, async or virtual",
            "policies.rate",
            "a number from 1 to 1000, of users in a second",
            "policies.seconds",
            "a time such as 10s or 1m, from 1s to 60m",
            "delay",
            "a time such as 20ms, from 1ms to 150ms",
            "java",
            "options for the JVM of the service, with spaces between them");

    private PolicyOptionParser() {}

    /** Whether these properties ask for a run of the policies and not for the load lab. */
    public static boolean isMeant(Map<String, String> properties) {
        return GivenOptions.areMeant(properties, POLICIES);
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static PolicyOptions parse(Map<String, String> properties) {
        GivenOptions given = new GivenOptions("run of the policies", properties, ALLOWED);
        boolean all = !given.has(POLICIES) || List.of("", ALL).contains(properties.get(GivenOptions.PREFIX + POLICIES));
        return new PolicyOptions(
                all ? List.of(PolicyScenario.values()) : given.set(POLICIES, "", PolicyScenario::of),
                given.value("policies.mode", "async", LoadedMode::of, mode -> !mode.isByHand()),
                given.number("policies.rate", "100", 1000),
                given.time("policies.seconds", "10s", 1, HOUR),
                // Ten times as long has to be less than the timeout.
                given.time("delay", "20ms", 0.001, 0.15),
                given.words("java", "-XX:+UseSerialGC -Xmx256m"));
    }
}
