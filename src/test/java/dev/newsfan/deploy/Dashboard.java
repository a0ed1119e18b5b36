package dev.newsfan.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code docs/grafana/newsfan.json} shows. */
record Dashboard(JsonNode root, List<Panel> panels) {

    /**
     * One of its panels.
     *
     * @param json all of it
     * @param queries what it draws
     */
    record Panel(JsonNode json, List<Query> queries) {

        String title() {
            return json.path("title").asText();
        }

        boolean isRow() {
            return json.path("type").asText().equals("row");
        }
    }

    /**
     * One of a panel's.
     *
     * @param expression in PromQL, with Grafana's variables in it
     * @param legend what a line is called, with the names of labels in it
     */
    record Query(String expression, String legend) {

        private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

        /** With something for each variable. */
        String filled() {
            return Selectors.filled(expression);
        }

        /** The labels that a line is called by. */
        List<String> labels() {
            return LABEL.matcher(legend).results().map(found -> found.group(1)).toList();
        }
    }

    static Dashboard read() {
        try {
            JsonNode root = new ObjectMapper()
                    .readTree(Path.of("docs/grafana/newsfan.json").toFile());
            return new Dashboard(
                    root, stream(root.path("panels")).map(Dashboard::panel).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Panel panel(JsonNode json) {
        return new Panel(
                json,
                stream(json.path("targets"))
                        .map(target -> new Query(
                                target.path("expr").asText(),
                                target.path("legendFormat").asText()))
                        .toList());
    }

    /** Those that show something. */
    List<Panel> charts() {
        return panels.stream().filter(panel -> !panel.isRow()).toList();
    }

    /** Of all panels. */
    List<Query> queries() {
        return charts().stream().flatMap(panel -> panel.queries().stream()).toList();
    }

    /** What its variables choose from: {@code label_values(metric, label)}. */
    List<String> choices() {
        return stream(root.at("/templating/list"))
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> variable.path("definition").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
