package dev.newsfan.loadlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads each mode with a growing number of users, and writes what was predicted beside what was measured. */
public final class LoadLab {

    private static final Path APP = Path.of("target", "quarkus-app");
    private static final Path FOLDER = Path.of("target", "load-lab");

    private LoadLab() {}

    /** Everything is told by {@code -Dload.*}. */
    public static void main(String[] arguments) throws BadOption, LabException, IOException, InterruptedException {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        Options options = OptionsReader.read(properties);
        if (!Files.isRegularFile(APP.resolve("quarkus-run.jar"))) {
            throw new LabException("There is no " + APP + "; ./mvnw verify -Pload-lab makes it.");
        }
        Optional<JsonNode> earlier = options.compare().isPresent()
                ? Optional.of(ResultsFile.read(options.compare().get()))
                : Optional.empty();
        Machine machine = Machine.here();
        Houses houses = Houses.of(options, machine.cores());
        List<Step> steps = Step.of(options, houses);
        check(machine, options, houses, steps);
        empty(FOLDER);
        Results results = new Run(options, machine, houses, steps, APP, FOLDER)
                .run(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        ResultsFile.write(results, FOLDER.resolve("results.json"));
        String table = MarkdownReport.of(results);
        Files.writeString(FOLDER.resolve("results.md"), table);
        Files.writeString(FOLDER.resolve("index.html"), new HtmlReport(results, earlier).html());
        System.out.println("\n" + table + "\nThe report: "
                + FOLDER.resolve("index.html").toAbsolutePath().toUri());
    }

    private static void check(Machine machine, Options options, Houses houses, List<Step> steps) throws LabException {
        int inHouse = 0;
        for (Step step : steps) {
            inHouse = Math.max(inHouse, step.inHouse(houses.of(step.line())));
        }
        int connections = options.model() == Model.CLOSED ? options.mostUsers() : inHouse + 100;
        List<String> problems = MachineCheck.problems(machine, options, inHouse, connections);
        if (!problems.isEmpty()) {
            throw new LabException("This machine is too small for the load:\n- " + String.join("\n- ", problems));
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> found = Files.walk(folder)) {
                old = new ArrayList<>(found.sorted(Comparator.reverseOrder()).toList());
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("answers"));
    }
}
