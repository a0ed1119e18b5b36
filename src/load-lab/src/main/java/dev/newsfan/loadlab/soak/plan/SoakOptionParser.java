package dev.newsfan.loadlab.soak.plan;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenOptions;
import dev.newsfan.loadlab.plan.ServicePolicies;
import java.util.Map;

/** Reads the options of the soak. */
public final class SoakOptionParser {

    private static final String SOAK = "soak";
    private static final double DAY = 24 * 3600;
    private static final double HOUR = 3600;

    /** More could meet a mode that is full, and none of a soak is to be refused. */
    private static final int MOST_USERS = 200;

    private static final Map<String, String> ALLOWED = Map.of(
            SOAK,
            "a time such as 20s, 2m or 600m, from 1s to 1440m",
            "soak.warm",
            "a time such as 10s or 1m, from 1s to 60m",
            "soak.users",
            "a number from 1 to 200",
            "soak.faults",
            "a number from 1 to 100, for so many of a hundred answers",
            "soak.policies",
            "true or false",
            "java",
            "options for the JVM of the service, with spaces between them");

    private SoakOptionParser() {}

    /** Whether these properties ask for a soak and not for the load lab. */
    public static boolean isMeant(Map<String, String> properties) {
        return GivenOptions.areMeant(properties, SOAK);
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static SoakOptions parse(Map<String, String> properties) {
        GivenOptions given = new GivenOptions("soak", properties, ALLOWED);
        return new SoakOptions(
                given.time(SOAK, "2m", 1, DAY),
                given.time("soak.warm", "20s", 1, HOUR),
                given.number("soak.users", "24", MOST_USERS),
                given.number("soak.faults", "5", 100),
                given.value("soak.policies", "false", SoakOptionParser::policies, any -> true),
                given.words("java", "-XX:+UseSerialGC -Xmx256m"));
    }

    private static ServicePolicies policies(String word) {
        return switch (word) {
            case "true", "" -> ServicePolicies.ALL;
            case "false" -> ServicePolicies.OFF;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
