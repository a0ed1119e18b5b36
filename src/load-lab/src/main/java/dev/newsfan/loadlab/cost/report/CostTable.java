package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.cost.plan.CostMeasure;
import java.util.List;

/**
 * What a measure has found.
 *
 * @param load in a sentence for people
 * @param rows a row for each line, all with the same columns
 */
public record CostTable(CostMeasure measure, String load, List<Row> rows) {

    public CostTable {
        rows = List.copyOf(rows);
    }

    /**
     * A line's numbers.
     *
     * @param numbers in their order; NaN: not known
     */
    public record Row(String line, List<Cell> numbers) {

        public Row {
            numbers = List.copyOf(numbers);
        }

        /** @throws IllegalArgumentException if it has no such number */
        double number(CostColumn column) {
            return numbers.stream()
                    .filter(cell -> cell.column() == column)
                    .mapToDouble(Cell::number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(line + " has no " + column));
        }
    }

    /** A number in its column. */
    public record Cell(CostColumn column, double number) {}
}
