package dev.newsfan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.deploy.Dashboard.Panel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/grafana/newsfan.json} by itself; {@link DashboardQueriesIT} runs its queries. */
class DashboardTest {

    private final Dashboard dashboard = Dashboard.read();

    @Test
    void eachPanelHasANumberOfItsOwn() {
        assertThat(dashboard.panels().stream()
                        .map(panel -> panel.json().path("id").asInt()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    @Test
    void eachPanelSaysInWhatItMeasures() {
        assertThat(dashboard.charts())
                .allSatisfy(panel -> assertThat(
                                panel.json().at("/fieldConfig/defaults/unit").asText())
                        .as(panel.title())
                        .isNotEmpty());
    }

    @Test
    void eachPanelSaysWhatToDoWhenItLooksBad() {
        assertThat(dashboard.charts())
                .allSatisfy(panel -> assertThat(panel.json().path("description").asText())
                        .as(panel.title())
                        .hasSizeGreaterThan(60));
    }

    @Test
    void eachPanelAsksTheChosenPrometheus() {
        assertThat(dashboard.charts())
                .allSatisfy(
                        panel -> assertThat(panel.json().at("/datasource/uid").asText())
                                .as(panel.title())
                                .isEqualTo("${datasource}"));
        assertThat(dashboard.root().at("/templating/list/0/type").asText()).isEqualTo("datasource");
    }

    @Test
    void noTwoPanelsHaveTheSamePlace() {
        assertThat(dashboard.panels().stream().flatMap(DashboardTest::cells)).doesNotHaveDuplicates();
    }

    /** The columns and rows that a panel covers. */
    private static Stream<List<Integer>> cells(Panel panel) {
        var place = panel.json().path("gridPos");
        int x = place.path("x").asInt();
        int y = place.path("y").asInt();
        return Stream.iterate(x, column -> column + 1)
                .limit(place.path("w").asInt())
                .flatMap(column -> Stream.iterate(y, row -> row + 1)
                        .limit(place.path("h").asInt())
                        .map(row -> List.of(column, row)));
    }

    @Test
    void itsQueriesAskForMetricsThatThereAre() {
        assertThat(dashboard.charts())
                .allSatisfy(panel -> assertThat(panel.queries())
                        .as(panel.title())
                        .isNotEmpty()
                        .allSatisfy(query -> assertThat(Selectors.names(query.expression()))
                                .isNotEmpty()
                                .allMatch(KnownMetrics::has)));
        assertThat(dashboard.choices())
                .allSatisfy(
                        query -> assertThat(Selectors.names(query)).hasSize(1).allMatch(KnownMetrics::has));
    }

    @Test
    void everyQueryIsOfTheChosenReplicas() {
        assertThat(dashboard.queries().stream().flatMap(query -> Selectors.of(query.expression()).stream()))
                .allMatch(selector -> selector.contains("instance=~"));
    }
}
