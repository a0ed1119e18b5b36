package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The package in a process of its own, started as its users start it. */
public final class PackagedService implements AutoCloseable {

    /** How long anything may take that a user would wait for. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+:\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on (http://\\S+:\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path output;
    private final Process process;

    private PackagedService(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /** What {@code ./mvnw package} makes: a jar, or with {@code -Dnative} an executable. */
    static Path artifact() throws IOException {
        return TARGET.resolve(packaged().getProperty("path"));
    }

    /** Whether that is an executable. */
    public static boolean isNative() throws IOException {
        return packaged().getProperty("type").equals("native");
    }

    private static Properties packaged() throws IOException {
        var packaged = new Properties();
        try (Reader file = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            packaged.load(file);
        }
        return packaged;
    }

    /**
     * Starts it in an empty folder.
     *
     * @param configuration lines such as {@code key=value}, for config/application.properties, {@code VARIABLE=value}, for
     *     the environment, {@code -Dkey=value}, for the command, and {@code --argument}, for what comes last in it
     */
    public static PackagedService start(Path folder, String... configuration) throws IOException {
        Path output = folder.resolve("output");
        var java = new ProcessBuilder(command(folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("NEWSFAN_") || name.startsWith("QUARKUS_"));
        java.command()
                .addAll(
                        1,
                        Stream.of(configuration)
                                .filter(PackagedService::isOption)
                                .toList());
        Stream.of(configuration).filter(PackagedService::isArgument).forEach(java.command()::add);
        StringBuilder properties =
                new StringBuilder("quarkus.http.host=localhost\nquarkus.http.port=0\nquarkus.management.port=0\n");
        for (String line : configuration) {
            if (line.startsWith("NEWSFAN_")) {
                String[] variable = line.split("=", 2);
                java.environment().put(variable[0], variable[1]);
            } else if (!isOption(line) && !isArgument(line)) {
                properties.append(line).append('\n');
            }
        }
        Files.writeString(
                Files.createDirectory(folder.resolve("config")).resolve("application.properties"), properties);
        return new PackagedService(output, java.start());
    }

    private static boolean isOption(String line) {
        return line.startsWith("-D");
    }

    private static boolean isArgument(String line) {
        return line.startsWith("--");
    }

    private static List<String> command(Path folder) throws IOException {
        String temporary = "-Djava.io.tmpdir=" + folder;
        String artifact = artifact().toString();
        return new ArrayList<>(
                isNative() ? List.of(artifact, temporary) : List.of(JAVA.toString(), temporary, "-jar", artifact));
    }

    /** Asks as soon as it listens. */
    CompletableFuture<HttpResponse<String>> ask(String path) {
        return ask(url(), path);
    }

    /** Likewise, at the port of those who run it. */
    CompletableFuture<HttpResponse<String>> askManagement(String path) {
        return ask(management(), path);
    }

    private CompletableFuture<HttpResponse<String>> ask(URI where, String path) {
        return client.sendAsync(HttpRequest.newBuilder(where.resolve(path)).build(), BodyHandlers.ofString())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Where it is asked, as soon as it listens. */
    public URI url() {
        awaitOutput("Listening on");
        return found(LISTENING).orElseThrow();
    }

    /** Where its metrics are, as soon as it listens: at a port of their own, if there is one. */
    public URI management() {
        URI url = url();
        return found(MANAGEMENT).orElse(url);
    }

    private Optional<URI> found(Pattern address) {
        return address.matcher(output())
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst();
    }

    void awaitOutput(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(output()).contains(text));
    }

    /** What it has written so far. */
    public String output() {
        try {
            // Lenient, as the last character may be half written yet.
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean canBeToldToStop() {
        return process.supportsNormalTermination();
    }

    void tellToStop() {
        process.destroy();
    }

    /** The exit code of a process that must end by itself. */
    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    /** Leaves no process behind. */
    @Override
    public void close() throws InterruptedException {
        client.shutdownNow();
        process.destroyForcibly().waitFor();
    }
}
