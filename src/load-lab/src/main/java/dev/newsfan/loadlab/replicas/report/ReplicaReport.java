package dev.newsfan.loadlab.replicas.report;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.policies.users.Answer;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptions;
import dev.newsfan.loadlab.report.MachineReport;
import dev.newsfan.loadlab.report.NumberStyle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run of replicas has found.
 *
 * @param command that it was started with
 * @param rows each alone first; with a cache that they share second, if there could be one
 */
public record ReplicaReport(String command, ReplicaOptions options, Machine machine, List<ReplicaRow> rows) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The first who comes in the last tenth of an answer's time has it asked for again. */
    private static final double PART_USED = 0.9;

    public ReplicaReport {
        rows = List.copyOf(rows);
    }

    /** For people. */
    public String markdown() {
        return """
                - Machine: %s
                - System: %s
                - Services: %d replicas, JVM %s
                - Load: %d users a second at each of them, at random but in the same moments, for %s; answers fresh for %s
                - Command: `%s`

                | replicas | users | complete | p99 | calls to each source for each %s | predicted |
                |---|--:|--:|--:|--:|--:|
                %s%s""".formatted(
                        MachineReport.hardware(machine),
                        MachineReport.system(machine),
                        options.replicas(),
                        String.join(" ", options.java()),
                        options.rate(),
                        inWords(options.seconds()),
                        inWords(ReplicaOptions.FRESH_FOR),
                        command,
                        inWords(ReplicaOptions.FRESH_FOR),
                        rows.stream().map(this::row).collect(Collectors.joining()),
                        rows.size() > 1
                                ? ""
                                : "\nThere is no redis-server on the PATH, so no cache was shared. Install it to see more.\n");
    }

    private String row(ReplicaRow row) {
        String calls = row.callsPerFreshness(options.seconds()).stream()
                .map(NumberStyle.RATIO::show)
                .collect(Collectors.joining(" / "));
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        row.shared() ? "with a cache that they share" : "each alone",
                        NumberStyle.COUNT.show(row.tally().all()),
                        NumberStyle.COUNT.show(row.tally().of(Answer.COMPLETE)),
                        NumberStyle.SECONDS.show(row.tally().percentile(0.99)),
                        calls,
                        NumberStyle.RATIO.show(predicted(row)));
    }

    private double predicted(ReplicaRow row) {
        double usedFor = PART_USED * ReplicaOptions.FRESH_FOR + 1.0 / options.rate();
        return (row.shared() ? 1 : options.replicas()) * ReplicaOptions.FRESH_FOR / usedFor;
    }

    /** For programs; times in seconds, null: not known. */
    public String json() throws JsonProcessingException {
        ObjectNode root = MAPPER.createObjectNode().put("command", command).put("replicas", options.replicas());
        MachineReport.json(root.putObject("machine"), machine);
        ArrayNode json = root.putArray("rows");
        for (ReplicaRow row : rows) {
            ObjectNode each = json.addObject()
                    .put("shared", row.shared())
                    .put("users", row.tally().all())
                    .put("complete", row.tally().of(Answer.COMPLETE))
                    .put("p99", MachineReport.known(row.tally().percentile(0.99)))
                    .put("predicted_calls_per_freshness", predicted(row));
            row.callsPerFreshness(options.seconds()).forEach(each.putArray("calls_per_freshness")::add);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
