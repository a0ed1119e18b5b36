package dev.newsfan.loadlab.cost.report;

import static dev.newsfan.loadlab.cost.report.CostColumn.CPU_MICROS;
import static dev.newsfan.loadlab.cost.report.CostColumn.KEPT_RATIO;
import static dev.newsfan.loadlab.cost.report.CostColumn.LEAST_MICROS;
import static dev.newsfan.loadlab.cost.report.CostColumn.MOST_MICROS;
import static dev.newsfan.loadlab.cost.report.CostColumn.MOST_PER_SECOND;
import static dev.newsfan.loadlab.cost.report.CostColumn.PART_OF_UNCACHED;
import static dev.newsfan.loadlab.cost.report.CostColumn.PER_SECOND;
import static dev.newsfan.loadlab.cost.report.CostColumn.RATIO;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostMeasure;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostTable.Cell;
import dev.newsfan.loadlab.cost.report.CostTable.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What requests cost in warm servers.
 *
 * @param rounds the turns of each line, in the order of the lines, as many of each
 */
public record WarmCosts(Map<CostLine, List<LoadTurn>> rounds) {

    public WarmCosts {
        rounds = new LinkedHashMap<>(rounds);
    }

    /** Processor time for a request, in microseconds: the median of the rounds. */
    double micros(CostLine line) {
        return Median.of(micros(rounds.get(line)));
    }

    private static List<Double> micros(List<LoadTurn> turns) {
        return turns.stream().map(LoadTurn::microsPerRequest).toList();
    }

    /** How many times the processor time of {@link CostLine#BARE} each other line takes; none without it. */
    public Map<CostLine, Double> ratios() {
        Map<CostLine, Double> ratios = new EnumMap<>(CostLine.class);
        if (rounds.containsKey(CostLine.BARE)) {
            double bare = micros(CostLine.BARE);
            rounds.keySet().stream()
                    .filter(line -> line != CostLine.BARE)
                    .forEach(line -> ratios.put(line, micros(line) / bare));
        }
        return ratios;
    }

    /** @param load in a sentence for people */
    public CostTable table(String load, KeptRatios kept) {
        Map<CostLine, Double> ratios = ratios();
        boolean someAreFresh =
                rounds.keySet().stream().anyMatch(line -> line.uncached().isPresent());
        List<Row> rows = rounds.keySet().stream()
                .map(line -> row(line, ratios.getOrDefault(line, Double.NaN), kept))
                .map(row -> someAreFresh ? withRatesOfACore(row) : row)
                .toList();
        return new CostTable(CostMeasure.WARM, load, rows);
    }

    /** What is asked of those who needn't ask their sources: how much less that takes, and how many of them a core bears. */
    private Row withRatesOfACore(Row row) {
        CostLine line = CostLine.of(row.line());
        double part = line.uncached()
                .filter(rounds::containsKey)
                .map(uncached -> 100 * micros(line) / micros(uncached))
                .orElse(Double.NaN);
        List<Cell> cells = new ArrayList<>(row.numbers());
        cells.add(new Cell(PART_OF_UNCACHED, part));
        cells.add(new Cell(MOST_PER_SECOND, 1e6 / micros(line)));
        return new Row(row.line(), cells);
    }

    private Row row(CostLine line, double ratio, KeptRatios kept) {
        List<LoadTurn> turns = rounds.get(line);
        List<Double> sorted = micros(turns).stream().sorted().toList();
        return new Row(
                line.word(),
                List.of(
                        new Cell(CPU_MICROS, micros(line)),
                        new Cell(LEAST_MICROS, sorted.getFirst()),
                        new Cell(MOST_MICROS, sorted.getLast()),
                        new Cell(RATIO, ratio),
                        new Cell(KEPT_RATIO, kept.of(line).orElse(Double.NaN)),
                        new Cell(
                                PER_SECOND,
                                Median.of(turns.stream()
                                        .map(turn -> turn.load().perSecond())
                                        .toList()))));
    }
}
