package dev.newsfan.loadlab.cost.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostResults;
import dev.newsfan.loadlab.plan.GivenCommand;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Measures what a request costs in the service and by hand, writes it, and fails if a ratio has grown too much. */
public final class CostBenchmark {

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
        KeptRatios kept = KeptRatios.read(folders.build().resolveSibling(CostFiles.RATIOS));
        Machine machine = Machine.here();
        requireRoom(machine, options);
        folders.emptyReport();
        CorePinning pinning = CorePinning.here();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        announce(options, pinning);
        CostRun run = measure(options, kept, folders, pinning);
        CostResults results = new CostResults(
                now,
                GivenCommand.of(properties),
                options,
                machine,
                pinning.inWords(),
                run.tables(),
                run.warmCosts(),
                run.check().remarks());
        CostFiles.write(results, folders.report());
        run.requireNoErrors();
        require(run.check().excesses());
    }

    private static CostRun measure(CostOptions options, KeptRatios kept, LabFolders folders, CorePinning pinning)
            throws IOException, InterruptedException {
        try (SourcesProcess sources =
                        SourcesProcess.start(folders, pinning.others(), options.sources(), options.delay());
                UsersProcess users = UsersProcess.start(folders, pinning.others())) {
            CostRun run = new CostRun(new CostServers(options, folders, sources, pinning), kept, sources, users);
            run.run();
            return run;
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
        System.out.printf(
                "Cost benchmark: %d lines, at least %s of load in all, and some for the starts; %s.%n",
                options.lines().size(), inWords(options.secondsOfLoad()), pinning.inWords());
    }

    private static void require(List<String> excesses) {
        if (!excesses.isEmpty()) {
            throw new LoadLabException("The service has become dear:\n- " + String.join("\n- ", excesses));
        }
    }
}
