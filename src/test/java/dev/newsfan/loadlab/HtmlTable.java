package dev.newsfan.loadlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tables of the page. */
final class HtmlTable {

    private static final List<Column> COMPARED = Column.ALL.stream()
            .filter(column -> List.of("per_second", "p99", "cpu_per_thousand", "resident_megabytes")
                    .contains(column.key()))
            .toList();

    private final Results results;

    HtmlTable(Results results) {
        this.results = results;
    }

    /** Every number of every step, and below a step that is not as predicted, why. */
    void steps(StringBuilder html) {
        begin(html, Column.ALL.stream().map(Column::title).toList());
        for (Row row : results.rows()) {
            List<String> remarks = remarks(row);
            first(html, row, remarks.isEmpty() ? "" : "marked");
            for (Column column : Column.ALL) {
                html.append(column.key().startsWith("predicted") ? "<td class=\"guess\">" : "<td>")
                        .append(column.show(row))
                        .append("</td>");
            }
            html.append("</tr>\n");
            if (!remarks.isEmpty()) {
                html.append("<tr class=\"note\"><td></td><td></td><td colspan=\"%d\">%s</td></tr>\n"
                        .formatted(Column.ALL.size(), String.join(" ", remarks)));
            }
        }
        html.append("</table></div>\n");
    }

    private List<String> remarks(Row row) {
        Verdict verdict = results.verdict(row);
        List<String> remarks = new ArrayList<>();
        verdict.limits().forEach(limit -> remarks.add("<span class=\"badge\">limit: " + limit + "</span>"));
        verdict.cause().ifPresent(cause -> remarks.add(HtmlReport.escape(cause)));
        return remarks;
    }

    /** What the lab used, and how late it was. */
    void lab(StringBuilder html) {
        List<String> titles =
                new ArrayList<>(Column.OF_THE_LAB.stream().map(Column::title).toList());
        titles.add("Gatling's report");
        begin(html, titles);
        for (Row row : results.rows()) {
            first(html, row, "");
            Column.OF_THE_LAB.forEach(
                    column -> html.append("<td>").append(column.show(row)).append("</td>"));
            html.append("<td><a href=\"%s\">open</a></td></tr>\n".formatted(HtmlReport.escape(row.gatling())));
        }
        html.append("</table></div>\n");
    }

    /** This run beside an earlier one, where both have the same step. */
    void comparison(StringBuilder html, JsonNode earlier) {
        JsonNode options = earlier.path("options");
        html.append(
                "<h2>Beside an earlier run</h2>\n<p class=\"soft\">%s, %s model, %s sources of %s, on %s cores.</p>\n"
                        .formatted(
                                HtmlReport.escape(earlier.path("at").asText("An unknown time")),
                                HtmlReport.escape(options.path("model").asText()),
                                options.path("sources").asInt(),
                                Times.inWords(options.path("delay").asDouble()),
                                earlier.path("machine").path("cores").asInt()));
        StringBuilder rows = new StringBuilder();
        for (Row row : results.rows()) {
            sameStep(row, earlier).ifPresent(then -> compared(rows, row, then));
        }
        if (rows.isEmpty()) {
            html.append("<p>It has no step in common with this one.</p>\n");
            return;
        }
        List<String> titles = new ArrayList<>();
        COMPARED.forEach(column -> titles.addAll(List.of(column.title(), "then", "change")));
        begin(html, titles);
        html.append(rows).append("</table></div>\n");
    }

    private static Optional<JsonNode> sameStep(Row row, JsonNode earlier) {
        return StreamSupport.stream(earlier.path("rows").spliterator(), false)
                .filter(then ->
                        then.path("mode").asText().equals(row.step().line().word())
                                && then.path("users").asInt() == row.step().users())
                .findFirst();
    }

    private static void compared(StringBuilder html, Row row, JsonNode then) {
        first(html, row, "");
        for (Column column : COMPARED) {
            double now = column.number().applyAsDouble(row);
            double before = then.path(column.key()).asDouble(Double.NaN);
            String change = HtmlReport.text("%+.1f %%", 100 * (now / before - 1));
            html.append("<td>%s</td><td class=\"guess\">%s</td><td>%s</td>"
                    .formatted(
                            column.show(row),
                            Column.show(column.kind(), before),
                            Double.isFinite(now / before) ? change : "–"));
        }
        html.append("</tr>\n");
    }

    private void begin(StringBuilder html, List<String> titles) {
        html.append("<div class=\"scroll\"><table>\n<tr><th>")
                .append(results.options().model() == Model.OPEN ? "arrivals/s" : "users")
                .append("</th><th class=\"mode\">mode</th>");
        titles.forEach(
                title -> html.append("<th>").append(HtmlReport.escape(title)).append("</th>"));
        html.append("</tr>\n");
    }

    private static void first(StringBuilder html, Row row, String style) {
        html.append(HtmlReport.text(
                "<tr class=\"%s\"><td>%,d</td><td class=\"mode %s\">%s</td>",
                style,
                row.step().users(),
                row.step().line().word(),
                row.step().line().word()));
    }
}
