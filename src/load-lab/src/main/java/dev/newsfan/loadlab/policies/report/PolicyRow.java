package dev.newsfan.loadlab.policies.report;

import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import java.util.List;

/**
 * What came of a choice of policies.
 *
 * @param tally what the users got
 * @param calls that each source has counted, in their order
 */
public record PolicyRow(ServicePolicies policies, AnswerTally tally, List<Long> calls) {

    public PolicyRow {
        calls = List.copyOf(calls);
    }

    /** The calls to each source for a thousand users. */
    List<Double> callsPerThousand() {
        return calls.stream().map(count -> 1000.0 * count / tally.all()).toList();
    }
}
