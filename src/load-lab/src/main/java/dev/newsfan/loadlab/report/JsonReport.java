package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.MachineReport.known;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.report.RunResults.SourceBaseline;
import java.io.IOException;

/** The results as JSON, for programs and for a later comparison. Seconds, bytes and plain numbers; null: not measured. */
public final class JsonReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {}

    public static String of(RunResults results) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(results)) + "\n";
    }

    static ObjectNode json(RunResults results) {
        ObjectNode root = MAPPER.createObjectNode().put("at", results.at().toString());
        options(root.putObject("options"), results.plan().options());
        MachineReport.json(root.putObject("machine"), results.plan().machine());
        results.plan().serviceSettings().forEach(root.putObject("settings")::put);
        baseline(root.putObject("upstream_alone"), results.baseline());
        ArrayNode rows = root.putArray("rows");
        results.steps().forEach(step -> step(rows.addObject(), step, results.diagnosis(step)));
        return root;
    }

    private static void options(ObjectNode json, LoadOptions options) {
        json.put("target", options.asksSources() ? "news" : "wait")
                .put("model", options.open() ? "open" : "closed")
                .put("delay", options.delay())
                .put("sources", options.sources())
                .put("seconds", options.seconds())
                .put("think_min", options.thinkMin())
                .put("think_max", options.thinkMax())
                .put("client", options.client().word())
                .put("java", String.join(" ", options.java()));
    }

    private static void baseline(ObjectNode json, SourceBaseline baseline) {
        json.put("ceiling", known(baseline.ceiling()))
                .put("in_flight", baseline.inFlight())
                .put("predicted_per_second", known(baseline.predictedPerSecond()))
                .put("per_second", known(baseline.perSecond()))
                .put("lateness", known(baseline.lateness()));
    }

    private static void step(ObjectNode json, StepResult step, Diagnosis diagnosis) {
        json.put("mode", step.mode());
        json.put("users", step.step().users());
        for (Column column : Column.values()) {
            json.put(column.key(), known(column.number(step)));
        }
        diagnosis.limits().forEach(json.putArray("limits")::add);
        diagnosis.cause().ifPresent(cause -> json.put("cause", cause));
    }
}
