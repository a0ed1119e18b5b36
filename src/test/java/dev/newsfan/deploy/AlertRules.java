package dev.newsfan.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What {@code docs/prometheus/newsfan-alerts.yml} records and alerts of. */
record AlertRules(List<Rule> rules) {

    static final Path FILE = Path.of("docs/prometheus/newsfan-alerts.yml");

    /**
     * One of them.
     *
     * @param name of the alert, or of the series that is recorded
     * @param texts the annotations of an alert
     */
    record Rule(String name, boolean isAlert, String query, Optional<String> severity, Map<String, String> texts) {}

    static AlertRules read() {
        try (Reader text = Files.newBufferedReader(FILE)) {
            Map<String, List<Map<String, Object>>> file = new Yaml().load(text);
            return new AlertRules(
                    file.get("groups").stream().flatMap(AlertRules::rulesOf).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Rule> rulesOf(Map<String, Object> group) {
        return ((List<Map<String, Object>>) group.get("rules")).stream().map(AlertRules::rule);
    }

    @SuppressWarnings("unchecked")
    private static Rule rule(Map<String, Object> rule) {
        boolean isAlert = rule.containsKey("alert");
        var labels = (Map<String, String>) rule.getOrDefault("labels", Map.of());
        var texts = (Map<String, String>) rule.getOrDefault("annotations", Map.of());
        return new Rule(
                (String) rule.get(isAlert ? "alert" : "record"),
                isAlert,
                (String) rule.get("expr"),
                Optional.ofNullable(labels.get("severity")),
                texts);
    }

    List<Rule> alerts() {
        return rules.stream().filter(Rule::isAlert).toList();
    }

    /** The names of the series that are recorded. */
    List<String> recorded() {
        return rules.stream().filter(rule -> !rule.isAlert()).map(Rule::name).toList();
    }

    List<String> queries() {
        return rules.stream().map(Rule::query).toList();
    }
}
