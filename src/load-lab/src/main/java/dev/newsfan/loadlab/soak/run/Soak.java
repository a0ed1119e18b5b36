package dev.newsfan.loadlab.soak.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenCommand;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.report.MachineReport;
import dev.newsfan.loadlab.soak.plan.SoakOptionParser;
import dev.newsfan.loadlab.soak.plan.SoakOptions;
import dev.newsfan.loadlab.soak.report.Levels;
import dev.newsfan.loadlab.soak.report.SoakReport;
import dev.newsfan.loadlab.soak.users.DigestCheck;
import dev.newsfan.loadlab.soak.users.SoakCrowd;
import dev.newsfan.loadlab.soak.users.SoakTally;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Has the service asked and failed in every way for a while, and fails if something is left of it or an answer was wrong. */
public final class Soak {

    private Soak() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @param properties with what is to be done
     * @throws LoadLabException if it can't be done, if an answer was wrong, or if a level isn't back
     */
    public static void run(String[] arguments, Map<String, String> properties)
            throws IOException, InterruptedException {
        SoakOptions options = SoakOptionParser.parse(properties);
        LabFolders folders = LabFolders.of(arguments, "soak");
        folders.requirePackage();
        folders.emptyReport();
        System.out.printf(
                "Soak: %s after %s of warm-up, %d users who read and some who don't, faults in %d %% of the sources' answers; policies: %s.%n",
                inWords(options.seconds()),
                inWords(options.warm()),
                options.users(),
                options.faults(),
                options.policies().words());
        SoakReport report = report(options, folders, properties);
        System.out.println("\n" + report.markdown());
        Files.writeString(folders.report().resolve("results.md"), report.markdown());
        List<String> failures = report.failures();
        if (!failures.isEmpty()) {
            throw new LoadLabException("The soak has found something:\n- " + String.join("\n- ", failures));
        }
        System.out.println("Everything is back, and no answer was wrong.");
    }

    private static SoakReport report(SoakOptions options, LabFolders folders, Map<String, String> properties)
            throws IOException, InterruptedException {
        try (SoakSourcesProcess sources = SoakSourcesProcess.start(folders, options.faults());
                SoakService service = SoakService.start(folders, sources, options)) {
            Machine machine = Machine.here();
            SoakTally tally = new SoakTally();
            SoakCrowd crowd = new SoakCrowd(
                    service.url(),
                    options.users(),
                    new DigestCheck(options.policies().oldest()),
                    tally);
            crowd.stay(options.warm());
            quieten(service, sources);
            Levels before = LevelReader.settled(service);
            crowd.stay(options.seconds());
            quieten(service, sources);
            Levels after = LevelReader.backTo(before, service);
            return new SoakReport(
                    GivenCommand.of(properties),
                    MachineReport.hardware(machine) + ", " + MachineReport.system(machine),
                    before,
                    after,
                    tally.counts(),
                    sources.counts(),
                    tally.firstWrong(),
                    tally.wrongs());
        }
    }

    /** Kept connections are closed once nobody needs them any more: they are the sources' to close, and no leak. */
    private static void quieten(SoakService service, SoakSourcesProcess sources)
            throws IOException, InterruptedException {
        LevelReader.settled(service);
        sources.hangUp();
    }
}
