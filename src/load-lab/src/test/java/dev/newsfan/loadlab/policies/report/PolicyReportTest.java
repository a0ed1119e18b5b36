package dev.newsfan.loadlab.policies.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.policies.plan.PolicyOptionParser;
import dev.newsfan.loadlab.policies.plan.PolicyScenario;
import dev.newsfan.loadlab.policies.users.Answer;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reports of a run in which one of four users was refused. */
class PolicyReportTest {

    private final PolicyReport report = report();

    @Test
    void theTableHasALineForEachChoiceOfPolicies() {
        assertThat(report.markdown())
                .contains(
                        "**One source is silent**",
                        "| policies | users | p50 | p95 | p99 | complete | stale | partial | refused | error |",
                        "| breaker=true | 4 | 20.0 ms | 2.000 s | 2.000 s | 2 | 0 | 1 | 1 | 0 | 250 / 750 / 750 |");
    }

    @Test
    void machineCommandAndLoadAreTold() {
        assertThat(report.markdown())
                .contains(
                        "2 cores (a processor)",
                        "`a command`",
                        "100 users a second at random for 10 s",
                        "async mode, which lets 100 requests in");
    }

    @Test
    void programsGetTheSame() throws Exception {
        JsonNode row = new ObjectMapper().readTree(report.json()).path("silent").get(0);

        assertThat(row.path("policies").asText()).isEqualTo("breaker=true");
        assertThat(row.path("p99").asDouble()).isEqualTo(2);
        assertThat(row.path("refused").asInt()).isEqualTo(1);
        assertThat(row.path("calls")).hasSize(3);
    }

    private static PolicyReport report() {
        AnswerTally tally = new AnswerTally();
        tally.add(Answer.COMPLETE, 20_000_000);
        tally.add(Answer.COMPLETE, 20_000_000);
        tally.add(Answer.PARTIAL, 2_000_000_000);
        tally.add(Answer.REFUSED, 1_000_000);
        PolicyRow row = new PolicyRow(ServicePolicies.BREAKER, tally, List.of(1L, 3L, 3L));
        return new PolicyReport(
                "a command",
                PolicyOptionParser.parse(Map.of()),
                new Machine(2, "a processor", 8e9, 6e9, 20_000, 28_000, "Linux", "25"),
                List.of(new PolicyTable(PolicyScenario.SILENT, List.of(row))));
    }
}
