package dev.newsfan.loadlab.replicas.plan;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenOptions;
import java.util.Map;

/** Reads the options of a run of replicas. */
public final class ReplicaOptionParser {

    private static final String REPLICAS = "replicas";
    private static final double HOUR = 3600;

    private static final Map<String, String> ALLOWED = Map.of(
            REPLICAS,
            "a number from 1 to 50",
            "replicas.rate",
            "a number from 1 to 1000, of users of each in a second",
            "replicas.seconds",
            "a time such as 10s or 1m, from 1s to 60m",
            "java",
            "options for the JVM of each replica, with spaces between them");

    private ReplicaOptionParser() {}

    /** Whether these properties ask for a run of replicas and not for the load lab. */
    public static boolean isMeant(Map<String, String> properties) {
        return GivenOptions.areMeant(properties, REPLICAS);
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static ReplicaOptions parse(Map<String, String> properties) {
        GivenOptions given = new GivenOptions("run of replicas", properties, ALLOWED);
        return new ReplicaOptions(
                given.number(REPLICAS, "10", 50),
                given.number("replicas.rate", "5", 1000),
                given.time("replicas.seconds", "10s", 1, HOUR),
                // Many have to fit into one machine, and start in a few seconds each.
                given.words("java", "-XX:+UseSerialGC -Xmx96m -XX:ActiveProcessorCount=1 -XX:TieredStopAtLevel=1"));
    }
}
