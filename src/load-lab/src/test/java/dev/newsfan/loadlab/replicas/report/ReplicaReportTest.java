package dev.newsfan.loadlab.replicas.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.policies.users.Answer;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptionParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reports of ten replicas in ten seconds, of which each is a time that an answer is fresh. */
class ReplicaReportTest {

    private static final ReplicaRow ALONE = row(false, 91);
    private static final ReplicaRow SHARED = row(true, 9);

    private static ReplicaRow row(boolean shared, long calls) {
        AnswerTally tally = new AnswerTally();
        tally.add(Answer.COMPLETE, 2_000_000);
        tally.add(Answer.PARTIAL, 1_000_000);
        return new ReplicaRow(shared, tally, List.of(calls, calls, calls));
    }

    private static ReplicaReport report(ReplicaRow... rows) {
        return new ReplicaReport(
                "a command",
                ReplicaOptionParser.parse(Map.of()),
                new Machine(2, "a processor", 8e9, 6e9, 20_000, 28_000, "Linux", "25"),
                List.of(rows));
    }

    @Test
    void callsStandBesideWhatIsPredicted() {
        assertThat(report(ALONE, SHARED).markdown())
                .contains(
                        "| each alone | 2 | 1 | 2.0 ms | 9.10 / 9.10 / 9.10 | 9.09 |",
                        "| with a cache that they share | 2 | 1 | 2.0 ms | 0.90 / 0.90 / 0.90 | 0.91 |",
                        "`a command`")
                .doesNotContain("redis-server");
    }

    @Test
    void withoutRedisItSaysSo() {
        assertThat(report(ALONE).markdown()).contains("There is no redis-server on the PATH");
    }

    @Test
    void programsGetTheSame() throws Exception {
        JsonNode row = new ObjectMapper()
                .readTree(report(ALONE, SHARED).json())
                .path("rows")
                .get(1);

        assertThat(row.path("shared").asBoolean()).isTrue();
        assertThat(row.path("users").asInt()).isEqualTo(2);
        assertThat(row.path("calls_per_freshness").get(0).asDouble()).isEqualTo(0.9);
    }
}
