package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.SourceClient;
import java.util.List;
import java.util.Map;

/**
 * What a server is started as.
 *
 * @param mode what it is to be loaded in: the service takes all of its modes, but it is named after this one
 * @param client how the service asks its sources
 * @param policies of the service that are at work
 * @param limit how many requests are let in: a server by hand is told so, the service has it among its settings; and how many
 *     connections there are to each source
 * @param timeout the longest that a source may take, in seconds
 * @param settings the service's configuration but for its policies and its sources
 * @param java what the JVM is told
 */
public record ServerSetup(
        LoadedMode mode,
        SourceClient client,
        ServicePolicies policies,
        int limit,
        double timeout,
        Map<String, String> settings,
        List<String> java) {}
