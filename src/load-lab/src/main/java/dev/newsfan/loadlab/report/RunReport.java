package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.Column.CPU_PER_THOUSAND;
import static dev.newsfan.loadlab.report.Column.P99;
import static dev.newsfan.loadlab.report.Column.PER_SECOND;
import static dev.newsfan.loadlab.report.Column.PREDICTED_MEAN;
import static dev.newsfan.loadlab.report.Column.PREDICTED_PER_SECOND;
import static dev.newsfan.loadlab.report.Column.RESIDENT_MEGABYTES;

import dev.newsfan.loadlab.plan.Durations;
import dev.newsfan.loadlab.plan.LoadedMode;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The results for people: as a page that needs nothing but itself, with Gatling's pages beside it, and as a table in Markdown. */
public final class RunReport {

    private static final String TEMPLATES = "dev/newsfan/loadlab/report/";

    private RunReport() {}

    /** @param earlier another run, to be shown beside this one */
    public static String html(RunResults results, Optional<EarlierRun> earlier) throws IOException {
        return fill("report.html", results, earlier);
    }

    public static String markdown(RunResults results) throws IOException {
        return fill("report.md", results, Optional.empty());
    }

    private static String fill(String template, RunResults results, Optional<EarlierRun> earlier) throws IOException {
        Map<String, Object> values = Map.of(
                "results",
                results,
                "options",
                results.plan().options(),
                "facts",
                RunFacts.of(results),
                "charts",
                charts(results),
                "columns",
                Column.OF_THE_SERVER,
                "labColumns",
                Column.OF_THE_LAB,
                "comparedColumns",
                Column.COMPARED,
                "earlier",
                earlier);
        StringWriter text = new StringWriter();
        new PebbleEngine.Builder()
                .loader(new ClasspathLoader(RunReport.class.getClassLoader()))
                .strictVariables(true)
                .newLineTrimming(false)
                .build()
                .getTemplate(TEMPLATES + template)
                .evaluate(text, values);
        return text.toString();
    }

    /** What a chart is about. */
    public record Figure(String title, String remark, String svg) {}

    private static List<Figure> charts(RunResults results) {
        DoubleFunction<String> rate = value -> NumberStyle.RATE.show(value).replaceFirst("\\.0+$", "");
        DoubleFunction<String> millis = value -> Durations.shortest(Math.round(value * 100) / 100.0) + " ms";
        LineChart rates = new LineChart(true, rate);
        LineChart times = new LineChart(false, Durations::inWords);
        LineChart costs = new LineChart(true, millis);
        LineChart sizes = new LineChart(false, NumberStyle.COUNT::show);
        return List.of(
                new Figure("Requests per second", "", svg(results, rates, PER_SECOND, PREDICTED_PER_SECOND)),
                new Figure(
                        "99 of 100 answers come within",
                        "; dashed the predicted mean",
                        svg(results, times, P99, PREDICTED_MEAN)),
                new Figure(
                        "Computing for one request", "; refused ones count too", svg(results, costs, CPU_PER_THOUSAND)),
                new Figure("Resident memory", ", in MB", svg(results, sizes, RESIDENT_MEGABYTES)));
    }

    /** @param columns what was measured, and what was predicted if that is known */
    private static String svg(RunResults results, LineChart chart, Column... columns) {
        return chart.svg(results.plan().options().modes().stream()
                .flatMap(mode -> Stream.of(columns).map(column -> curve(results, mode, column)))
                .toList());
    }

    private static LineChart.Curve curve(RunResults results, LoadedMode mode, Column column) {
        List<LineChart.Point> points = results.steps().stream()
                .filter(step -> step.step().mode() == mode)
                .map(step -> new LineChart.Point(step.step().users(), column.number(step)))
                .toList();
        return new LineChart.Curve(mode.word(), column.isPrediction(), points);
    }
}
