package dev.newsfan.loadlab.policies.report;

import dev.newsfan.loadlab.policies.plan.PolicyScenario;
import java.util.List;

/** What a scenario has come to, a row for each choice of policies. */
public record PolicyTable(PolicyScenario scenario, List<PolicyRow> rows) {

    public PolicyTable {
        rows = List.copyOf(rows);
    }
}
