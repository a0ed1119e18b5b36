package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.LoadLabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM that the lab has started. It ends with the lab, also when that is interrupted. */
public final class ChildProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long PERIOD_MILLIS = 10;
    private static final int TAIL = 20;
    private static final Set<ChildProcess> ALIVE = ConcurrentHashMap.newKeySet();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> List.copyOf(ALIVE).forEach(ChildProcess::close)));
    }

    private final String name;
    private final Process process;
    private final Path output;

    private ChildProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /** Starts one wherever the system sees fit. */
    public static ChildProcess start(String name, LabFolders folders, List<String> arguments) throws IOException {
        return start(name, folders, List.of(), arguments);
    }

    /**
     * Starts one.
     *
     * @param name for people, also that of its log
     * @param folders where its log goes
     * @param launcher a command that becomes the one after it, such as {@code taskset}; empty for none
     * @param arguments what the JVM is told, the main class or jar included
     */
    public static ChildProcess start(String name, LabFolders folders, List<String> launcher, List<String> arguments)
            throws IOException {
        Path logs = Files.createDirectories(folders.report().resolve("logs"));
        Path output = logs.resolve(fileName(name) + ".log");
        List<String> command = new ArrayList<>(launcher);
        command.add(JAVA.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // What the shell has set for the service or for any JVM is no part of the load.
        Set<String> environment = builder.environment().keySet();
        environment.removeIf(key -> key.startsWith("NEWSFAN_") || key.startsWith("QUARKUS_"));
        environment.removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        ChildProcess child = new ChildProcess(name, builder.start(), output);
        ALIVE.add(child);
        return child;
    }

    /** A name without what a file's name can't have. */
    public static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until it has said this.
     *
     * @return the pattern's first group
     */
    public String awaitOutput(Pattern wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            boolean alive = process.isAlive();
            Matcher said = wanted.matcher(output());
            if (said.find()) {
                return said.group(1);
            }
            if (!alive || System.nanoTime() > deadline) {
                throw failure("The " + name + (alive ? " did not start in time" : " ended at once"));
            }
            Thread.sleep(PERIOD_MILLIS);
        }
    }

    private String output() throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    /** What went wrong, with the last lines that it said. */
    public LoadLabException failure(String message) throws IOException {
        List<String> lines = output().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        return new LoadLabException(message + "; it said:\n" + tail);
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
