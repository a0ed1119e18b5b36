package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The results as a table in Markdown. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(Results results) {
        List<String> titles =
                new ArrayList<>(List.of(results.options().model() == Model.OPEN ? "arrivals/s" : "users", "mode"));
        Column.ALL.forEach(column -> titles.add(column.title()));
        titles.addAll(List.of("limit beside the service", "cause of a difference over 10 %"));
        StringBuilder text = new StringBuilder(Head.of(results).stream()
                .map(fact -> "- " + fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n", "", "\n\n")));
        text.append(line(titles));
        text.append("|---|---|").append("--:|".repeat(Column.ALL.size())).append("---|---|\n");
        for (Row row : results.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(row.step().users()), row.step().line().word()));
            Column.ALL.forEach(column -> cells.add(column.show(row)));
            cells.add(String.join(", ", results.verdict(row).limits()));
            cells.add(results.verdict(row).cause().orElse(""));
            text.append(line(cells));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
