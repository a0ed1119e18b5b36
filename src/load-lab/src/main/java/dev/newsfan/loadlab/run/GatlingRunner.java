package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.plan.StepSchedule;
import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import dev.newsfan.loadlab.process.ChildProcess;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.report.ResourceUsage;
import dev.newsfan.loadlab.report.StepMeasurement;
import dev.newsfan.loadlab.report.StepMeasurement.LatencyPercentiles;
import dev.newsfan.loadlab.users.ResponseLog;
import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import dev.newsfan.loadlab.users.UserScenario;
import dev.newsfan.loadlab.users.UserSimulation;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the users of a step in a process with Gatling, and says what came of it.
 *
 * @param cores of the machine
 */
record GatlingRunner(LabFolders folders, SourcesProcess sources, int cores) {

    private static final double PATIENCE_SECONDS = 60;

    /**
     * What the steady state was like.
     *
     * @param responses all of the step, its beginning included
     * @param userLateness how late the users were, in seconds: in 99 of 100 cases no later
     * @param gatlingReport where Gatling's own report is, seen from ours
     */
    record StepObservation(
            List<ResponseSample> responses,
            StepMeasurement measurement,
            ResourceUsage usage,
            double userLateness,
            String gatlingReport) {}

    /** Waits until the step is over. */
    StepObservation run(UserScenario scenario, StepSchedule schedule, ProcessHandle server)
            throws IOException, InterruptedException {
        String name = ChildProcess.fileName(scenario.name());
        Path answers = Files.createDirectories(folders.report().resolve("answers"));
        Path told = answers.resolve(name + ".json");
        Path log = answers.resolve(name + ".csv");
        Path report = folders.report().resolve("gatling").resolve(name);
        scenario.write(told);
        List<String> command = command(told, log, report, scenario.name());
        ResourceMonitor monitor = new ResourceMonitor();
        try (ChildProcess users = ChildProcess.start("users of " + scenario.name(), folders, command)) {
            monitor.watch(users, server, sources, scenario.total() + PATIENCE_SECONDS);
            if (users.isAlive() || !Files.exists(log)) {
                throw users.failure("Gatling did not do " + scenario.name());
            }
        }
        ResponseLog responses = ResponseLog.read(log);
        MeasurementWindow window = schedule.window(responses.startMicros());
        return new StepObservation(
                responses.responses(),
                StepMeasurement.of(responses.responses(), window),
                monitor.in(window, cores),
                lateness(responses, window),
                linkToReport(report));
    }

    private List<String> command(Path scenario, Path log, Path report, String name) {
        return List.of(
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Nothing of this may leave the machine.
                "-Dgatling.data.enableAnalytics=false",
                "-Dgatling.http.warmUpUrl=",
                "-Dgatling.http.requestTimeout=3600000",
                "-D" + UserScenario.FILE + "=" + scenario,
                "-D" + UserScenario.LOG + "=" + log,
                "-cp",
                classPath(),
                "io.gatling.app.Gatling",
                "-s",
                UserSimulation.class.getName(),
                "-rf",
                report.toString(),
                "-rd",
                name);
    }

    /** That of Gatling, which is this project's: exec-maven-plugin loads it beside Maven's own. */
    private static String classPath() {
        if (GatlingRunner.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static double lateness(ResponseLog responses, MeasurementWindow window) {
        return LatencyPercentiles.ofMicros(responses.ticks().stream()
                        .filter(tick -> window.contains(tick.endMicros()))
                        .mapToLong(ResponseSample::micros))
                .p99();
    }

    /** Gatling makes a folder in the one that it is told. */
    private String linkToReport(Path told) throws IOException {
        try (Stream<Path> found = Files.list(told)) {
            Path made = found.filter(Files::isDirectory).findFirst().orElse(told);
            return folders.report().relativize(made).toString().replace('\\', '/') + "/index.html";
        }
    }
}
