package dev.newsfan.loadlab.replicas.report;

import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptions;
import java.util.List;

/**
 * What came of replicas.
 *
 * @param shared whether they shared a cache
 * @param tally what the users of all of them got
 * @param calls that each source has counted, in their order
 */
public record ReplicaRow(boolean shared, AnswerTally tally, List<Long> calls) {

    public ReplicaRow {
        calls = List.copyOf(calls);
    }

    /** The calls to each source for each time that an answer is fresh. */
    List<Double> callsPerFreshness(double seconds) {
        return calls.stream()
                .map(count -> count * ReplicaOptions.FRESH_FOR / seconds)
                .toList();
    }
}
