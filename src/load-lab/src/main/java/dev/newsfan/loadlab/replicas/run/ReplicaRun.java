package dev.newsfan.loadlab.replicas.run;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenCommand;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptionParser;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptions;
import dev.newsfan.loadlab.replicas.report.ReplicaReport;
import dev.newsfan.loadlab.replicas.report.ReplicaRow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how often many replicas ask their sources, alone and with a cache that they share. */
public final class ReplicaRun {

    /** What a source takes, in seconds. */
    private static final double DELAY = 0.02;

    /** So long users come before anything is counted: all code has been run, and every replica has something to keep. */
    private static final double SETTLE = 5 * ReplicaOptions.FRESH_FOR;

    private ReplicaRun() {}

    /**
     * Runs it; what needs a Redis is left out where there is none, and the report says so.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @param properties with what is to be done
     * @throws LoadLabException if it can't be done
     */
    public static void run(String[] arguments, Map<String, String> properties)
            throws IOException, InterruptedException {
        ReplicaOptions options = ReplicaOptionParser.parse(properties);
        LabFolders folders = LabFolders.of(arguments, "replicas");
        folders.requirePackage();
        folders.emptyReport();
        System.out.printf("Replicas: %d services, one after another, twice.%n", options.replicas());
        List<ReplicaRow> rows = new ArrayList<>();
        try (SourcesProcess sources = SourcesProcess.start(folders, List.of(), ReplicaOptions.SOURCES, DELAY)) {
            rows.add(row(options, folders, sources, Optional.empty()));
            if (RedisServer.isInstalled()) {
                try (RedisServer redis = RedisServer.start(folders.report().resolve("logs"), sources)) {
                    rows.add(row(options, folders, sources, Optional.of(redis.url())));
                }
            }
        }
        ReplicaReport report = new ReplicaReport(GivenCommand.of(properties), options, Machine.here(), rows);
        Files.writeString(folders.report().resolve("results.md"), report.markdown());
        Files.writeString(folders.report().resolve("results.json"), report.json());
        System.out.println("\n" + report.markdown());
    }

    private static ReplicaRow row(
            ReplicaOptions options, LabFolders folders, SourcesProcess sources, Optional<String> shared)
            throws IOException, InterruptedException {
        try (ReplicaSet replicas = ReplicaSet.start(options, folders, sources, shared)) {
            System.out.printf("  All are up, %s.%n", shared.isPresent() ? "and share a cache" : "each alone");
            replicas.come(SETTLE);
            sources.calls();
            List<AnswerTally> tallies = replicas.come(options.seconds());
            return new ReplicaRow(shared.isPresent(), AnswerTally.of(tallies), sources.calls());
        }
    }
}
