package dev.newsfan.loadlab.cost.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostTable.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

class WarmCostsTest {

    @Test
    void aRoundInBadCompanyChangesNothing() {
        assertThat(SampleCosts.async(1.5).micros(CostLine.ASYNC)).isCloseTo(300, within(1e-9));
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        Map<CostLine, Double> ratios = SampleCosts.async(1.5).ratios();

        assertThat(ratios).containsOnlyKeys(CostLine.ASYNC);
        assertThat(ratios.get(CostLine.ASYNC)).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void whatIsFreshStandsBesideWhatIsNot() {
        Map<CostLine, List<LoadTurn>> turns = new LinkedHashMap<>();
        turns.put(CostLine.ASYNC, SampleCosts.turns(300));
        turns.put(CostLine.ASYNC_FRESH, SampleCosts.turns(60));
        turns.put(CostLine.VIRTUAL_FRESH, SampleCosts.turns(80));
        KeptRatios none = new KeptRatios(Path.of("kept"), Map.of(), Map.of(CostLine.BARE, 1.0));

        List<Row> rows = new WarmCosts(turns).table("a load", none).rows();

        assertThat(rows)
                .extracting(row -> row.number(CostColumn.PART_OF_UNCACHED))
                .satisfies(part -> assertThat(part).isNaN(), Index.atIndex(0))
                .satisfies(part -> assertThat(part).isCloseTo(20, within(1e-9)), Index.atIndex(1))
                .satisfies(part -> assertThat(part).isNaN(), Index.atIndex(2));
        assertThat(rows.get(1).number(CostColumn.MOST_PER_SECOND)).isCloseTo(1e6 / 60, within(1e-6));
    }

    @Test
    void withoutTheBareServerThereIsNoRatio() {
        WarmCosts costs = new WarmCosts(Map.of(CostLine.ASYNC, SampleCosts.turns(300)));

        assertThat(costs.ratios()).isEmpty();
    }

    @Test
    void theTableHasTheSpreadOfTheRoundsAndTheKeptRatio() {
        KeptRatios kept = new KeptRatios(
                Path.of("kept"), CostOptionParser.parse(Map.of()).conditions(), Map.of(CostLine.ASYNC, 1.2));

        List<Row> rows = SampleCosts.async(1.5).table("a load", kept).rows();

        assertThat(rows).extracting(Row::line).containsExactly("async", "bare");
        Row async = rows.getFirst();
        assertThat(async.number(CostColumn.LEAST_MICROS)).isCloseTo(300, within(1e-9));
        assertThat(async.number(CostColumn.MOST_MICROS)).isCloseTo(1350, within(1e-9));
        assertThat(async.number(CostColumn.KEPT_RATIO)).isEqualTo(1.2);
        assertThat(rows.getLast().number(CostColumn.RATIO)).isNaN();
    }
}
