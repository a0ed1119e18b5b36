package dev.newsfan.loadlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results as a page that needs nothing but itself; Gatling's pages are beside it. */
final class HtmlReport {

    private final Results results;
    private final Optional<JsonNode> earlier;
    private final boolean open;

    /** @param earlier the results.json of another run, to be shown beside this one */
    HtmlReport(Results results, Optional<JsonNode> earlier) {
        this.results = results;
        this.earlier = earlier;
        this.open = results.options().model() == Model.OPEN;
    }

    String html() {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Newsfan load lab</title>
                <style>
                """).append(style()).append("</style>\n<main>\n");
        lead(html);
        cards(html);
        charts(html);
        html.append("<h2>Every step</h2>\n");
        new HtmlTable(results).steps(html);
        html.append("<p class=\"soft\">").append(Explanations.OF_THE_TABLE).append("</p>\n");
        earlier.ifPresent(run -> new HtmlTable(results).comparison(html, run));
        html.append("<h2>How to read this</h2>\n").append(Explanations.of(results.options()));
        html.append("<h2>The machine and the load</h2>\n<dl>");
        for (Head.Fact fact : Head.of(results)) {
            html.append("<dt>")
                    .append(escape(fact.name()))
                    .append("</dt><dd>")
                    .append(escape(fact.value()))
                    .append("</dd>\n");
        }
        html.append("</dl>\n<h2>The lab itself</h2>\n<p>")
                .append(Explanations.OF_THE_LAB)
                .append("</p>\n");
        new HtmlTable(results).lab(html);
        return html.append("</main>\n</html>\n").toString();
    }

    private void lead(StringBuilder html) {
        Options options = results.options();
        html.append("<h1>")
                .append(
                        options.target() == Target.NEWS
                                ? "Many readers, every mode"
                                : "Many users who wait, every mode")
                .append("</h1>\n<p class=\"lead\">")
                .append(escape(Head.of(results).get(2).value()))
                .append(". Lines are measured, dashes were predicted before the run.</p>\n");
    }

    /** What came of the largest load. */
    private void cards(StringBuilder html) {
        int most = results.options().mostUsers();
        html.append("<div class=\"cards\">\n");
        for (Row row : results.rows()) {
            if (row.step().users() == most) {
                html.append("""
                        <section class="card %s"><h3>%s</h3>
                        <p class="big">%s <small>requests/s with %,d %s</small></p>
                        <p class="soft">%s of the prediction; 99 of 100 answers within %s</p></section>
                        """.formatted(
                                row.step().line().word(),
                                row.step().line().word(),
                                Column.show(Column.Kind.RATE, row.measured().perSecond()),
                                most,
                                open ? "arrivals/s" : "users",
                                Column.show(Column.Kind.PERCENT, 100 + row.difference()),
                                Times.inWords(row.measured().latencies().p99())));
            }
        }
        html.append("</div>\n");
    }

    private void charts(StringBuilder html) {
        String over = open ? "over the arrivals per second" : "over the users";
        html.append("<div class=\"charts\">\n");
        chart(
                html,
                "Requests per second",
                over,
                new Chart(true, value -> Column.show(Column.Kind.RATE, value).replaceFirst("\\.0+$", "")),
                row -> row.measured().perSecond(),
                row -> row.step().prediction().perSecond());
        chart(
                html,
                "99 of 100 answers come within",
                over + "; dashed the predicted mean",
                new Chart(false, Times::inWords),
                row -> row.measured().latencies().p99(),
                row -> row.step().prediction().latency());
        DoubleFunction<String> millis = value -> Times.number(Math.round(value * 100) / 100.0) + " ms";
        chart(
                html,
                "Computing for one request",
                over + "; refused ones count too",
                new Chart(true, millis),
                Row::cpuPerThousand,
                row -> Double.NaN);
        chart(
                html,
                "Resident memory",
                over + ", in MB",
                new Chart(false, value -> Column.show(Column.Kind.COUNT, value)),
                Row::residentMegabytes,
                row -> Double.NaN);
        html.append("</div>\n");
    }

    private void chart(
            StringBuilder html,
            String title,
            String subtitle,
            Chart chart,
            ToDoubleFunction<Row> measured,
            ToDoubleFunction<Row> predicted) {
        List<Chart.Curve> curves = results.options().lines().stream()
                .flatMap(line -> List.of(curve(line, false, measured), curve(line, true, predicted)).stream())
                .toList();
        html.append("<figure><figcaption>%s<small>%s</small></figcaption>".formatted(title, subtitle))
                .append(chart.svg(curves))
                .append("</figure>\n");
    }

    private Chart.Curve curve(Line line, boolean predicted, ToDoubleFunction<Row> height) {
        return results.rows().stream()
                .filter(row -> row.step().line() == line)
                .map(row -> new Chart.Point(row.step().users(), height.applyAsDouble(row)))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), points -> new Chart.Curve(line.word(), predicted, points)));
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("/loadlab/report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
