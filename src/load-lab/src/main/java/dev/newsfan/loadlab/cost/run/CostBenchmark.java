package dev.newsfan.loadlab.cost.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.plan.CostMeasure;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostReport;
import dev.newsfan.loadlab.cost.report.CostResults;
import dev.newsfan.loadlab.plan.GivenOptions;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures what a request costs in the service and by hand, writes it, and fails if a ratio has grown too much. */
public final class CostBenchmark {

    private static final String COMMAND = "./mvnw -f src/load-lab verify";
    private static final String RATIOS = "ratios.properties";

    private CostBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @param properties with what is to be done
     * @throws LoadLabException if it can't be done, if a request had an error, or if a ratio is exceeded
     */
    public static void run(String[] arguments, Map<String, String> properties)
            throws IOException, InterruptedException {
        CostOptions options = CostOptionParser.parse(properties);
        LabFolders folders = LabFolders.of(arguments, "cost");
        folders.requirePackage();
        KeptRatios kept = KeptRatios.read(folders.build().resolveSibling(RATIOS));
        Machine machine = Machine.here();
        requireRoom(machine, options);
        folders.emptyReport();
        CorePinning pinning = CorePinning.here();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        announce(options, pinning);
        try (SourcesProcess sources =
                        SourcesProcess.start(folders, pinning.others(), options.sources(), options.delay());
                UsersProcess users = UsersProcess.start(folders, pinning.others())) {
            CostRun run = new CostRun(new CostServers(options, folders, sources, pinning), kept, sources, users);
            run.run();
            write(
                    new CostResults(
                            now,
                            command(properties),
                            options,
                            machine,
                            pinning.inWords(),
                            run.tables(),
                            run.warmCosts(),
                            run.check().remarks()),
                    folders.report());
            run.requireNoErrors();
            require(run.check().excesses());
        }
    }

    private static void requireRoom(Machine machine, CostOptions options) {
        int requests = options.mostRequests();
        List<String> shortages = machine.shortages(requests, requests, options.sources(), "-Dload.cost.waiting.users");
        if (!shortages.isEmpty()) {
            throw new LoadLabException("This machine is too small for the load:\n- " + String.join("\n- ", shortages));
        }
    }

    private static void announce(CostOptions options, CorePinning pinning) {
        int lines = options.lines().size();
        double each = options.has(CostMeasure.COLD) ? options.cold() : 0;
        each += options.needsWarmServers() ? options.warm() : 0;
        each += options.has(CostMeasure.WARM) ? options.rounds() * options.turn() : 0;
        each += options.has(CostMeasure.WAITING)
                ? options.waiting().settle() + options.waiting().seconds()
                : 0;
        each += options.has(CostMeasure.SINGLE)
                ? options.single().settle() + options.single().seconds()
                : 0;
        System.out.printf(
                "Cost benchmark: %d lines, about %s of load in all, and some for the starts; %s.%n",
                lines, inWords(lines * each), pinning.inWords());
    }

    /** What it was started with, so that it can be done again. */
    private static String command(Map<String, String> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .filter(option -> option.getKey().startsWith(GivenOptions.PREFIX))
                        .map(option -> "-D" + option.getKey()
                                + (option.getValue().equals("true") ? "" : "=" + option.getValue()))
                        .map(option -> option.contains(" ") ? "'" + option + "'" : option)
                        .collect(Collectors.joining(" ", COMMAND + " ", ""));
    }

    private static void write(CostResults results, Path folder) throws IOException {
        String tables = CostReport.markdown(results);
        Files.writeString(folder.resolve("results.json"), CostReport.json(results));
        Files.writeString(folder.resolve("results.md"), tables);
        Optional<String> ratios = results.warm()
                .filter(costs -> !costs.ratios().isEmpty())
                .map(costs -> KeptRatios.text(results.options(), costs.ratios()));
        if (ratios.isPresent()) {
            Files.writeString(folder.resolve(RATIOS), ratios.get());
        }
        System.out.println("\n" + tables + "\nThe results: " + folder.toUri());
    }

    private static void require(List<String> excesses) {
        if (!excesses.isEmpty()) {
            throw new LoadLabException("The service has become dear:\n- " + String.join("\n- ", excesses));
        }
    }
}
