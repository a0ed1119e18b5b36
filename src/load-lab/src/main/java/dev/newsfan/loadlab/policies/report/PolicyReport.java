package dev.newsfan.loadlab.policies.report;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.policies.plan.PolicyOptions;
import dev.newsfan.loadlab.policies.users.Answer;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.report.MachineReport;
import dev.newsfan.loadlab.report.NumberStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of the policies has found.
 *
 * @param command that it was started with
 */
public record PolicyReport(String command, PolicyOptions options, Machine machine, List<PolicyTable> tables) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Double> PARTS = List.of(0.5, 0.95, 0.99);

    public PolicyReport {
        tables = List.copyOf(tables);
    }

    /** For people. */
    public String markdown() {
        String head = """
                - Machine: %s
                - System: %s
                - Service: JVM %s, %s mode, which lets %d requests in
                - Load: %d users a second at random for %s, after %s in which nothing was measured; %d sources of %s that may take %s
                - Command: `%s`
                """.formatted(
                        MachineReport.hardware(machine),
                        MachineReport.system(machine),
                        String.join(" ", options.java()),
                        options.mode().word(),
                        options.limit(),
                        options.rate(),
                        inWords(options.seconds()),
                        inWords(PolicyOptions.SETTLE),
                        PolicyOptions.SOURCES,
                        inWords(options.delay()),
                        inWords(PolicyOptions.TIMEOUT),
                        command);
        return head + tables.stream().map(PolicyReport::table).collect(Collectors.joining());
    }

    private static String table(PolicyTable table) {
        String answers = Stream.of(Answer.values()).map(PolicyReport::word).collect(Collectors.joining(" | "));
        return """

                **%s**

                | policies | users | p50 | p95 | p99 | %s | calls to each source for 1,000 users |
                |---|--:|--:|--:|--:|%s--:|
                %s""".formatted(
                        table.scenario().title(),
                        answers,
                        "--:|".repeat(Answer.values().length),
                        table.rows().stream().map(PolicyReport::row).collect(Collectors.joining()));
    }

    private static String row(PolicyRow row) {
        AnswerTally tally = row.tally();
        Stream<String> times = PARTS.stream().map(part -> NumberStyle.SECONDS.show(tally.percentile(part)));
        Stream<String> answers = Stream.of(Answer.values()).map(answer -> NumberStyle.COUNT.show(tally.of(answer)));
        String calls =
                row.callsPerThousand().stream().map(NumberStyle.COUNT::show).collect(Collectors.joining(" / "));
        return Stream.of(
                        Stream.of(row.policies().words(), NumberStyle.COUNT.show(tally.all())),
                        times,
                        answers,
                        Stream.of(calls))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** For programs; times in seconds, null: not known. */
    public String json() throws JsonProcessingException {
        ObjectNode root = MAPPER.createObjectNode().put("command", command);
        MachineReport.json(root.putObject("machine"), machine);
        for (PolicyTable table : tables) {
            ArrayNode rows = root.putArray(table.scenario().word());
            table.rows().forEach(row -> json(rows.addObject(), row));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void json(ObjectNode json, PolicyRow row) {
        json.put("policies", row.policies().words()).put("users", row.tally().all());
        PARTS.forEach(part -> json.put(
                "p" + Math.round(100 * part), MachineReport.known(row.tally().percentile(part))));
        Stream.of(Answer.values())
                .forEach(answer -> json.put(word(answer), row.tally().of(answer)));
        row.calls().forEach(json.putArray("calls")::add);
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
