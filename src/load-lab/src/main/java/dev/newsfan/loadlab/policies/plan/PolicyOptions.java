package dev.newsfan.loadlab.policies.plan;

import dev.newsfan.loadlab.plan.LoadedMode;
import java.util.List;

/**
 * What a run of the policies is to do: the {@code -Dload.policies.*} options. Times in seconds.
 *
 * @param scenarios what is looked at, in this order
 * @param mode in which the service is asked
 * @param rate how many users come in a second, on average and at random
 * @param seconds how long they are measured
 * @param delay how long a source takes that is well
 * @param java what the JVM of the service is told
 */
public record PolicyOptions(
        List<PolicyScenario> scenarios, LoadedMode mode, int rate, double seconds, double delay, List<String> java) {

    /** How long a source may take, in seconds. */
    public static final double TIMEOUT = 2;

    /** How long users come before they are measured, with the sources as ill as then: longer than a call can take. */
    public static final double SETTLE = TIMEOUT + 1;

    /** So many sources, of which the first is the one that may be ill. */
    public static final int SOURCES = 3;

    public PolicyOptions {
        scenarios = List.copyOf(scenarios);
        java = List.copyOf(java);
    }

    /** As many requests as the service lets in: half of those who would wait for a source that is silent. */
    public int limit() {
        return (int) Math.max(2, rate * TIMEOUT / 2);
    }
}
