package dev.newsfan.loadlab.soak.plan;

import dev.newsfan.loadlab.plan.ServicePolicies;
import java.util.List;

/**
 * What a soak is to do: the {@code -Dload.soak.*} options. Times in seconds.
 *
 * @param seconds how long it lasts
 * @param warm how long the same load lasts before, as a service that has just started holds less than it ever will again
 * @param users how many read whole answers; rude ones come on top, one for each four
 * @param faults in how many of a hundred answers a source does something wrong
 * @param policies of the service that are at work
 * @param java what the JVM of the service is told
 */
public record SoakOptions(
        double seconds, double warm, int users, int faults, ServicePolicies policies, List<String> java) {

    public SoakOptions {
        java = List.copyOf(java);
    }
}
