package dev.newsfan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/prometheus/newsfan-alerts.yml} by itself; {@link DashboardQueriesIT} runs its queries and its own tests. */
class AlertRulesTest {

    private final AlertRules rules = AlertRules.read();

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(rules.rules().stream().map(AlertRules.Rule::name)).doesNotHaveDuplicates();
        assertThat(rules.alerts()).allMatch(alert -> alert.name().startsWith("Newsfan"));
    }

    @Test
    void eachAlertSaysWhatItIsAndWhatToDo() {
        assertThat(rules.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.severity())
                    .as(alert.name())
                    .hasValueSatisfying(severity -> assertThat(severity).isIn("critical", "warning"));
            assertThat(alert.texts()).as(alert.name()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(alert.texts().get("description")).as(alert.name()).hasSizeGreaterThan(60);
        });
    }

    @Test
    void eachAlertLeadsToAHeadingOfTheDocs() throws IOException {
        List<String> anchors = Files.readAllLines(Path.of("docs/observability.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(AlertRulesTest::anchor)
                .toList();

        assertThat(rules.alerts())
                .allSatisfy(alert -> assertThat(anchors)
                        .as(alert.name())
                        .contains(alert.texts().get("runbook_url").replace("docs/observability.md", "")));
    }

    private static String anchor(String heading) {
        return "#"
                + heading.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-');
    }

    @Test
    void theDocsTellOfEachAlert() throws IOException {
        String docs = Files.readString(Path.of("docs/observability.md"));

        assertThat(rules.alerts()).allSatisfy(alert -> assertThat(docs).contains("`" + alert.name() + "`"));
    }

    @Test
    void eachAlertIsTriedByATestOfItsOwn() throws IOException {
        String tests = Files.readString(Path.of("docs/prometheus/newsfan-alerts-test.yml"));

        assertThat(rules.alerts())
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + alert.name() + "\""));
    }

    @Test
    void theyAskForMetricsThatThereAre() {
        assertThat(rules.rules().stream().flatMap(rule -> Selectors.names(rule.query())))
                .isNotEmpty()
                .allMatch(name -> KnownMetrics.has(name) || rules.recorded().contains(name));
    }
}
