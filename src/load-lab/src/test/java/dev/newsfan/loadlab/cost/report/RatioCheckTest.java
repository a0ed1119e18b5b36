package dev.newsfan.loadlab.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a line whose kept ratio is 2. */
class RatioCheckTest {

    private final CostOptions options = CostOptionParser.parse(Map.of());
    private final KeptRatios kept =
            new KeptRatios(Path.of("kept.properties"), options.conditions(), Map.of(CostLine.ASYNC, 2.0));

    @ParameterizedTest
    @ValueSource(doubles = {1.6, 2, 2.49})
    void aRatioWithinAQuarterIsFine(double ratio) {
        assertThat(check(ratio)).isEqualTo(new RatioCheck(List.of(), List.of()));
    }

    @Test
    void aHigherOneIsToldWithWhatToDo() {
        assertThat(check(2.52).excesses())
                .singleElement()
                .asString()
                .contains(
                        "async takes 2.52 times",
                        "2.00 is written in kept.properties",
                        "+26 %, allowed +25 %",
                        "take it back",
                        "renew the file");
    }

    @Test
    void aMuchLowerOneIsWorthKeeping() {
        RatioCheck check = check(1.4);

        assertThat(check.excesses()).isEmpty();
        assertThat(check.remarks()).singleElement().asString().contains("async takes 1.40 times", "-30 %", "renew");
    }

    @Test
    void aLineThatHasNoneIsToldAndNotRefused() {
        RatioCheck check = RatioCheck.of(Map.of(CostLine.PARTS, 99.0), kept, options);

        assertThat(check.excesses()).isEmpty();
        assertThat(check.remarks()).containsExactly("parts has no ratio in kept.properties yet.");
    }

    @Test
    void anotherLoadIsNotChecked() {
        CostOptions other = CostOptionParser.parse(Map.of("load.connections", "1"));

        RatioCheck check = RatioCheck.of(Map.of(CostLine.ASYNC, 99.0), kept, other);

        assertThat(check.excesses()).isEmpty();
        assertThat(check.remarks()).singleElement().asString().contains("connections is 1, and not 64");
    }

    @Test
    void withoutTheBareServerNothingIsChecked() {
        assertThat(RatioCheck.of(Map.of(), kept, options).remarks())
                .singleElement()
                .asString()
                .contains("nothing was measured beside bare");
    }

    private RatioCheck check(double ratio) {
        return RatioCheck.of(Map.of(CostLine.ASYNC, ratio), kept, options);
    }
}
