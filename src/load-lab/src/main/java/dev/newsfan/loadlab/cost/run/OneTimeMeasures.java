package dev.newsfan.loadlab.cost.run;

import static dev.newsfan.loadlab.cost.report.CostColumn.CPU_MICROS;
import static dev.newsfan.loadlab.cost.report.CostColumn.CPU_SECONDS;
import static dev.newsfan.loadlab.cost.report.CostColumn.ERRORS;
import static dev.newsfan.loadlab.cost.report.CostColumn.IDEAL_PER_SECOND;
import static dev.newsfan.loadlab.cost.report.CostColumn.MEDIAN;
import static dev.newsfan.loadlab.cost.report.CostColumn.OVERHEAD_MEDIAN;
import static dev.newsfan.loadlab.cost.report.CostColumn.OVERHEAD_P99;
import static dev.newsfan.loadlab.cost.report.CostColumn.P99;
import static dev.newsfan.loadlab.cost.report.CostColumn.PART_OF_IDEAL;
import static dev.newsfan.loadlab.cost.report.CostColumn.PER_SECOND;
import static dev.newsfan.loadlab.cost.report.CostColumn.REQUESTS;
import static dev.newsfan.loadlab.cost.report.CostColumn.RESIDENT_BYTES;
import static dev.newsfan.loadlab.cost.report.CostColumn.START_SECONDS;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostMeasure;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.CostOptions.SlowSources;
import dev.newsfan.loadlab.cost.report.CostTable;
import dev.newsfan.loadlab.cost.report.CostTable.Cell;
import dev.newsfan.loadlab.cost.report.CostTable.Row;
import dev.newsfan.loadlab.cost.report.LoadTurn;
import dev.newsfan.loadlab.cost.users.LoadOrder;
import dev.newsfan.loadlab.cost.users.LoadResult;
import dev.newsfan.loadlab.plan.Durations;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The measures that are made once for each line, and not in rounds. */
record OneTimeMeasures(CostOptions options, SourcesProcess sources, Loading loading) {

    /** Of servers that are fresh, each alone. */
    CostTable cold(CostServers starter) throws IOException, InterruptedException {
        sources.answerAfter(options.delay());
        List<Row> rows = new ArrayList<>();
        for (CostLine line : options.lines()) {
            try (LineServer server = starter.start(line)) {
                LoadOrder order = LoadOrder.atOnce(server.url(), options.connections(), options.cold());
                LoadTurn turn = loading.load(server, order);
                rows.add(new Row(
                        line.word(),
                        List.of(
                                new Cell(REQUESTS, turn.load().answers()),
                                new Cell(CPU_SECONDS, turn.cpuSeconds()),
                                new Cell(CPU_MICROS, turn.microsPerRequest()),
                                new Cell(START_SECONDS, server.startSeconds()))));
            }
        }
        return new CostTable(
                CostMeasure.COLD,
                "%d connections, %d sources of %s, the first %s"
                        .formatted(
                                options.connections(),
                                options.sources(),
                                Durations.inWords(options.delay()),
                                Durations.inWords(options.cold())),
                rows);
    }

    /** Of servers that are warm, with as many users as wanted. */
    CostTable waiting(List<LineServer> servers) throws IOException, InterruptedException {
        SlowSources load = options.waiting();
        double ideal = load.users() / load.delay();
        sources.answerAfter(load.delay());
        List<Row> rows = new ArrayList<>();
        for (LineServer server : servers) {
            LoadTurn turn = loading.load(server, order(server.url(), load));
            rows.add(new Row(
                    server.line().word(),
                    List.of(
                            new Cell(CPU_MICROS, turn.microsPerRequest()),
                            new Cell(PER_SECOND, turn.load().perSecond()),
                            new Cell(IDEAL_PER_SECOND, ideal),
                            new Cell(PART_OF_IDEAL, 100 * turn.load().perSecond() / ideal),
                            new Cell(P99, turn.load().p99()),
                            new Cell(RESIDENT_BYTES, server.residentBytes()),
                            new Cell(ERRORS, turn.load().errors()))));
        }
        return new CostTable(CostMeasure.WAITING, inWords(load), rows);
    }

    /** Of servers that are warm, with one user; a source that is asked directly stands beside them. */
    CostTable single(List<LineServer> servers) throws IOException, InterruptedException {
        SlowSources load = options.single();
        sources.answerAfter(load.delay());
        List<Row> rows = new ArrayList<>();
        for (LineServer server : servers) {
            LoadResult result = loading.load(server, order(server.url(), load)).load();
            rows.add(single(server.line().word(), result, server.startSeconds()));
        }
        LoadResult source = loading.loadOthers(order(URI.create(sources.url(0)), load));
        rows.add(single("a source alone", source, Double.NaN));
        return new CostTable(CostMeasure.SINGLE, inWords(load), rows);
    }

    private Row single(String line, LoadResult result, double startSeconds) {
        double delay = options.single().delay();
        return new Row(
                line,
                List.of(
                        new Cell(MEDIAN, result.median()),
                        new Cell(P99, result.p99()),
                        new Cell(OVERHEAD_MEDIAN, result.median() - delay),
                        new Cell(OVERHEAD_P99, result.p99() - delay),
                        new Cell(START_SECONDS, startSeconds)));
    }

    private static LoadOrder order(URI url, SlowSources load) {
        return LoadOrder.settled(url, load.users(), load.settle(), load.seconds());
    }

    private String inWords(SlowSources load) {
        return "%d user%s, %d sources of %s, %s each"
                .formatted(
                        load.users(),
                        load.users() == 1 ? "" : "s",
                        options.sources(),
                        Durations.inWords(load.delay()),
                        Durations.inWords(load.seconds()));
    }
}
