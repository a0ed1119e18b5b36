package dev.newsfan.loadlab.cost.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.cost.report.CostTable.Cell;
import dev.newsfan.loadlab.cost.report.CostTable.Row;
import dev.newsfan.loadlab.report.MachineReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results for people, as tables in Markdown, and for programs, as JSON. */
public final class CostReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CostReport() {}

    public static String markdown(CostResults results) {
        List<String> lines = new ArrayList<>();
        lines.add("- Machine: " + MachineReport.hardware(results.machine()));
        lines.add("- System: " + MachineReport.system(results.machine()));
        lines.add("- Cores: " + results.cores());
        lines.add("- Servers: JVM " + String.join(" ", results.options().javaOptions()));
        lines.add("- Command: `" + results.command() + "`");
        results.tables().forEach(table -> table(lines, table));
        if (!results.remarks().isEmpty()) {
            lines.add("");
            results.remarks().forEach(remark -> lines.add("- " + remark));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, CostTable table) {
        lines.add("");
        lines.add("**%s**: %s".formatted(table.measure().title(), table.load()));
        lines.add("");
        List<CostColumn> columns =
                table.rows().getFirst().numbers().stream().map(Cell::column).toList();
        lines.add(line(Stream.concat(Stream.of("line"), columns.stream().map(CostColumn::title))));
        lines.add("|---|" + String.join("", Collections.nCopies(columns.size(), "--:|")));
        for (Row row : table.rows()) {
            Stream<String> numbers =
                    row.numbers().stream().map(cell -> cell.column().show(cell.number()));
            lines.add(line(Stream.concat(Stream.of("`" + row.line() + "`"), numbers)));
        }
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Seconds, bytes, microseconds where the name says so, and plain numbers; null: not known. */
    public static String json(CostResults results) throws JsonProcessingException {
        ObjectNode root = MAPPER.createObjectNode()
                .put("at", results.at().toString())
                .put("command", results.command())
                .put("cores", results.cores());
        results.options()
                .conditions()
                .forEach(root.putObject("options")
                        .put("rounds", results.options().rounds())::put);
        MachineReport.json(root.putObject("machine"), results.machine());
        ObjectNode measures = root.putObject("measures");
        results.tables().forEach(table -> rows(measures.putArray(table.measure().word()), table));
        results.warm().ifPresent(costs -> rounds(root.putObject("cpu_micros_of_rounds"), costs));
        results.remarks().forEach(root.putArray("remarks")::add);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void rows(ArrayNode json, CostTable table) {
        for (Row row : table.rows()) {
            ObjectNode line = json.addObject().put("line", row.line());
            row.numbers().forEach(cell -> line.put(cell.column().key(), MachineReport.known(cell.number())));
        }
    }

    private static void rounds(ObjectNode json, WarmCosts costs) {
        costs.rounds()
                .forEach((line, turns) ->
                        turns.forEach(turn -> json.withArray(line.word()).add(turn.microsPerRequest())));
    }
}
