package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.plan.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a run has found.
 *
 * @param command that it was started with
 * @param cores which of them were whose
 * @param warm the rounds of {@link dev.newsfan.loadlab.cost.plan.CostMeasure#WARM}, if it was measured
 * @param remarks for people
 */
public record CostResults(
        Instant at,
        String command,
        CostOptions options,
        Machine machine,
        String cores,
        List<CostTable> tables,
        Optional<WarmCosts> warm,
        List<String> remarks) {

    public CostResults {
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }
}
