package dev.newsfan.loadlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The results as JSON, for programs and for a later comparison. Seconds, bytes and plain numbers; null: not measured. */
final class ResultsFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ResultsFile() {}

    static void write(Results results, Path file) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(results)) + "\n");
    }

    static ObjectNode json(Results results) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("at", results.at().toString());
        options(root.putObject("options"), results.options());
        machine(root.putObject("machine"), results.machine());
        ObjectNode settings = root.putObject("settings");
        results.settings().forEach(settings::put);
        ObjectNode alone = root.putObject("upstream_alone");
        put(alone, "ceiling", results.alone().ceiling());
        alone.put("in_flight", results.alone().inFlight());
        put(alone, "predicted_per_second", results.alone().predictedPerSecond());
        put(alone, "per_second", results.alone().perSecond());
        put(alone, "lateness", results.alone().lateness());
        ArrayNode rows = root.putArray("rows");
        results.rows().forEach(row -> row(rows.addObject(), row, results.verdict(row)));
        return root;
    }

    private static void options(ObjectNode json, Options options) {
        json.put("target", options.target().name().toLowerCase(Locale.ROOT));
        json.put("model", options.model().name().toLowerCase(Locale.ROOT));
        json.put("delay", options.delaySeconds());
        json.put("sources", options.sources());
        json.put("seconds", options.seconds());
        json.put("think_min", options.thinkMin());
        json.put("think_max", options.thinkMax());
        json.put("java", String.join(" ", options.java()));
    }

    private static void machine(ObjectNode json, Machine machine) {
        json.put("cores", machine.cores());
        json.put("processor", machine.processor());
        put(json, "memory", machine.memory());
        put(json, "open_files", machine.openFiles());
        json.put("system", machine.system());
        json.put("java", machine.java());
    }

    private static void row(ObjectNode json, Row row, Verdict verdict) {
        json.put("mode", row.step().line().word());
        json.put("users", row.step().users());
        Stream.concat(Column.ALL.stream(), Column.OF_THE_LAB.stream())
                .forEach(column -> put(json, column.key(), column.number().applyAsDouble(row)));
        ArrayNode limits = json.putArray("limits");
        verdict.limits().forEach(limits::add);
        verdict.cause().ifPresent(cause -> json.put("cause", cause));
    }

    private static void put(ObjectNode json, String key, double number) {
        if (Double.isFinite(number)) {
            json.put(key, number);
        } else {
            json.putNull(key);
        }
    }

    /** An earlier file. */
    static JsonNode read(Path file) throws LabException {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (root.path("rows").isArray()) {
                return root;
            }
        } catch (IOException e) {
            // Said below.
        }
        throw new LabException(file + " can't be compared with: it is no results.json of the load lab.");
    }
}
