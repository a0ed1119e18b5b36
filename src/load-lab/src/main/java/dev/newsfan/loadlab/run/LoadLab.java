package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.plan.CostOptionParser;
import dev.newsfan.loadlab.cost.run.CostBenchmark;
import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.plan.LoadPlan;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.plan.OptionParser;
import dev.newsfan.loadlab.policies.plan.PolicyOptionParser;
import dev.newsfan.loadlab.policies.run.PolicyRun;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptionParser;
import dev.newsfan.loadlab.replicas.run.ReplicaRun;
import dev.newsfan.loadlab.report.EarlierRun;
import dev.newsfan.loadlab.report.JsonReport;
import dev.newsfan.loadlab.report.RunReport;
import dev.newsfan.loadlab.report.RunResults;
import dev.newsfan.loadlab.soak.plan.SoakOptionParser;
import dev.newsfan.loadlab.soak.run.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Loads each mode with a growing number of users, and writes what was predicted beside what was measured; or hands over to the
 * {@linkplain CostBenchmark cost benchmark}, the {@linkplain Soak soak}, or a run of {@linkplain PolicyRun policies} or of
 * {@linkplain ReplicaRun replicas} if one of them is asked for.
 */
public final class LoadLab {

    private LoadLab() {}

    /**
     * Runs it; what is to be done is told by {@code -Dload.*}.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @throws LoadLabException if it can't be done; the message tells a person why
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        if (CostOptionParser.isMeant(properties)) {
            CostBenchmark.run(arguments, properties);
            return;
        }
        if (SoakOptionParser.isMeant(properties)) {
            Soak.run(arguments, properties);
            return;
        }
        if (PolicyOptionParser.isMeant(properties)) {
            PolicyRun.run(arguments, properties);
            return;
        }
        if (ReplicaOptionParser.isMeant(properties)) {
            ReplicaRun.run(arguments, properties);
            return;
        }
        LoadOptions options = OptionParser.parse(properties);
        LabFolders folders = LabFolders.of(arguments, "report");
        folders.requirePackage();
        Optional<EarlierRun> earlier = options.compare().map(EarlierRun::read);
        LoadPlan plan = LoadPlan.of(options, Machine.here());
        List<String> obstacles = plan.obstacles();
        if (!obstacles.isEmpty()) {
            throw new LoadLabException("This machine is too small for the load:\n- " + String.join("\n- ", obstacles));
        }
        folders.emptyReport();
        try (SourcesProcess sources = SourcesProcess.start(folders, List.of(), options.sources(), options.delay())) {
            LoadRun run = new LoadRun(plan, folders, sources);
            write(run.run(), earlier, folders.report());
            if (options.strict()) {
                run.requireCompleteAnswers();
            }
        }
    }

    private static void write(RunResults results, Optional<EarlierRun> earlier, Path folder) throws IOException {
        String table = RunReport.markdown(results);
        Path page = folder.resolve("index.html");
        Files.writeString(folder.resolve("results.json"), JsonReport.of(results));
        Files.writeString(folder.resolve("results.md"), table);
        Files.writeString(page, RunReport.html(results, earlier));
        System.out.println("\n" + table + "\nThe report: " + page.toUri());
    }
}
