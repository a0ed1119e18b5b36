package dev.newsfan.loadlab.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run to be put beside another one.
 *
 * @param json what its results.json says
 */
public record EarlierRun(JsonNode json) {

    /** @throws LoadLabException if the file is something else */
    public static EarlierRun read(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            if (json.path("rows").isArray()) {
                return new EarlierRun(json);
            }
        } catch (IOException e) {
            // Said below.
        }
        throw new LoadLabException(file + " can't be compared with: it is no results.json of the load lab.");
    }

    /** What it was. */
    public String summary() {
        JsonNode options = json.path("options");
        return "%s, %s model, %d sources of %s, on %d cores."
                .formatted(
                        json.path("at").asText("An unknown time"),
                        options.path("model").asText(),
                        options.path("sources").asInt(),
                        Durations.inWords(options.path("delay").asDouble()),
                        json.path("machine").path("cores").asInt());
    }

    public boolean sharesStepsOf(RunResults results) {
        return results.steps().stream().anyMatch(step -> !compare(step).isEmpty());
    }

    /** Of each column that is compared, what a step shows, what it showed then, and the change; empty without such a step. */
    public List<String> compare(StepResult step) {
        List<String> cells = new ArrayList<>();
        for (JsonNode then : json.path("rows")) {
            if (then.path("mode").asText().equals(step.mode())
                    && then.path("users").asInt() == step.step().users()) {
                for (Column column : Column.COMPARED) {
                    double before = then.path(column.key()).asDouble(Double.NaN);
                    double change = 100 * (column.number(step) / before - 1);
                    cells.addAll(List.of(column.show(step), column.show(before), NumberStyle.CHANGE.show(change)));
                }
            }
        }
        return cells;
    }
}
