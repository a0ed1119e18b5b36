package dev.newsfan.loadlab;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs Gatling in a process of its own, whose class path is that of the lab: Gatling's Netty is not the service's. */
final class Generator {

    private static final double PATIENCE_SECONDS = 60;

    private final Path folder;

    Generator(Path folder) {
        this.folder = folder;
    }

    /** What came of a step: every answer, what was seen meanwhile, and the folder of Gatling's own report. */
    record Outcome(AnswerLog log, Watch watch, Path report) {}

    Outcome run(StepOrder order, ProcessHandle server, Upstream upstream)
            throws LabException, InterruptedException, IOException {
        Path results = folder.resolve("gatling").resolve(order.name().replaceAll("[^A-Za-z0-9]+", "-"));
        try (Child gatling = Child.java("users of " + order.name(), folder.resolve("logs"), command(order, results))) {
            Watch watch = Watch.until(gatling, server, upstream, order.total() + PATIENCE_SECONDS);
            if (gatling.isAlive() || !Files.exists(Path.of(order.log()))) {
                throw new LabException("Gatling did not do " + order.name() + "; it said:\n" + gatling.tail());
            }
            return new Outcome(AnswerLog.read(Path.of(order.log())), watch, onlyFolderIn(results));
        }
    }

    private static List<String> command(StepOrder order, Path results) {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Nothing of this may leave the machine.
                "-Dgatling.data.enableAnalytics=false",
                "-Dgatling.http.warmUpUrl=",
                "-Dgatling.http.requestTimeout=3600000",
                "-Dlogback.configurationFile=loadlab/logback.xml"));
        command.addAll(order.toSystemProperties());
        command.addAll(List.of(
                "-cp",
                classPath(),
                "io.gatling.app.Gatling",
                "-s",
                Users.class.getName(),
                "-rf",
                results.toString(),
                "-rd",
                order.name()));
        return command;
    }

    private static String classPath() {
        if (Generator.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(Generator::path).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    private static Path onlyFolderIn(Path results) throws IOException {
        try (Stream<Path> found = Files.list(results)) {
            return found.filter(Files::isDirectory).findFirst().orElse(results);
        }
    }
}
