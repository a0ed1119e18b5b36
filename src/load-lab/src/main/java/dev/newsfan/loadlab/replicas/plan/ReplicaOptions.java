package dev.newsfan.loadlab.replicas.plan;

import java.util.List;

/**
 * What a run of replicas is to do: the {@code -Dload.replicas.*} options.
 *
 * @param replicas how many there are
 * @param rate how many users each of them has in a second, on average and at random, but all in the same moments
 * @param seconds how long calls are counted
 * @param java what the JVM of each replica is told
 */
public record ReplicaOptions(int replicas, int rate, double seconds, List<String> java) {

    /** How long an answer is fresh, in seconds. */
    public static final double FRESH_FOR = 1;

    /** So many sources. */
    public static final int SOURCES = 3;

    public ReplicaOptions {
        java = List.copyOf(java);
    }
}
