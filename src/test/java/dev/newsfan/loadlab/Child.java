package dev.newsfan.loadlab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the lab. It ends with the lab, also when that is interrupted. */
final class Child implements AutoCloseable {

    /** What a program of ours says when others may come; its ports follow. */
    static final String READY = "ready on ";

    private static final Set<Child> ALIVE = ConcurrentHashMap.newKeySet();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> List.copyOf(ALIVE).forEach(Child::close)));
    }

    private final String name;
    private final Process process;
    private final Path output;

    private Child(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /** @param arguments what the JVM is told, the main class or jar included */
    static Child java(String name, Path logs, List<String> arguments) throws LabException {
        Path output = logs.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".log");
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        withoutStrangeSettings(builder.environment());
        try {
            Child child = new Child(name, builder.start(), output);
            ALIVE.add(child);
            return child;
        } catch (IOException e) {
            throw new LabException("The " + name + " could not be started: " + e.getMessage());
        }
    }

    private static void withoutStrangeSettings(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(key -> key.startsWith("NEWSFAN_")
                        || key.startsWith("QUARKUS_")
                        || key.equals("JAVA_TOOL_OPTIONS")
                        || key.equals("JDK_JAVA_OPTIONS"));
    }

    /** The class path of the package's own libraries and the lab's classes. */
    static String classPathOfThePackage(Path app) {
        return String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toString(),
                app.resolve("app") + File.separator + "*",
                app.resolve("lib").resolve("main") + File.separator + "*",
                app.resolve("lib").resolve("boot") + File.separator + "*");
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has said this. */
    Matcher awaitOutput(Pattern wanted, Duration patience) throws LabException, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            boolean alive = process.isAlive();
            Matcher said = wanted.matcher(output());
            if (said.find()) {
                return said;
            }
            if (!alive || Instant.now().isAfter(deadline)) {
                throw new LabException("The " + name + (alive ? " did not start in time" : " ended at once")
                        + "; it said:\n" + tail());
            }
            Thread.sleep(50);
        }
    }

    /** The exit value, or empty if it is still alive after that. */
    Optional<Integer> awaitEnd(Duration patience) throws InterruptedException {
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? Optional.of(process.exitValue()) : Optional.empty();
    }

    String output() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The last lines that it said. */
    String tail() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Nothing is at stake in these processes, so they needn't end gracefully. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ALIVE.remove(this);
    }
}
