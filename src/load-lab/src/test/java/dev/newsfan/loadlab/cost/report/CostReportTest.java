package dev.newsfan.loadlab.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.plan.Machine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reports of a run with a line that takes one and a half times what bare takes. */
class CostReportTest {

    private final CostResults results = results();

    @Test
    void theTableHasALineForEachServer() {
        assertThat(CostReport.markdown(results))
                .contains(
                        "**A warm server**: a load",
                        "| line | CPU µs per request | least of a round | most of a round | times bare | as kept |",
                        "| `async` | 300 | 300 | 1,350 | 1.50 | 1.20 | 500.0 |",
                        "| `bare` | 200 | 190 | 400 | – | – | 500.0 |");
    }

    @Test
    void machineAndCommandAreTold() {
        assertThat(CostReport.markdown(results))
                .contains("2 cores (a processor)", "`a command`", "cores of each", "-XX:+UseSerialGC", "- a remark");
    }

    @Test
    void programsGetTheRoundsAsWell() throws Exception {
        JsonNode json = new ObjectMapper().readTree(CostReport.json(results));

        assertThat(json.path("command").asText()).isEqualTo("a command");
        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
        JsonNode async = json.path("measures").path("warm").get(0);
        assertThat(async.path("line").asText()).isEqualTo("async");
        assertThat(async.path("ratio").asDouble()).isEqualTo(1.5);
        assertThat(json.path("measures").path("warm").get(1).path("ratio").isNull())
                .isTrue();
        assertThat(json.path("cpu_micros_of_rounds").path("bare")).hasSize(3);
    }

    private static CostResults results() {
        CostOptions options = CostOptionParser.parse(Map.of());
        WarmCosts costs = SampleCosts.async(1.5);
        KeptRatios kept = new KeptRatios(Path.of("kept"), options.conditions(), Map.of(CostLine.ASYNC, 1.2));
        return new CostResults(
                Instant.EPOCH,
                "a command",
                options,
                new Machine(2, "a processor", 8e9, 6e9, 20_000, 28_000, "Linux", "25"),
                "cores of each",
                List.of(costs.table("a load", kept)),
                Optional.of(costs),
                List.of("a remark"));
    }
}
