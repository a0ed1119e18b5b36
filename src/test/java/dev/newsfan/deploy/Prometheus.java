package dev.newsfan.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Prometheus on a port of its own of this machine, which asks one service each second. */
final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final URI url;
    private final Process process;

    private Prometheus(Path folder, URI url, Process process) {
        this.folder = folder;
        this.url = url;
        this.process = process;
    }

    static boolean isInstalled() {
        return program("prometheus").isPresent() && program("promtool").isPresent();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * One that runs.
     *
     * @param folder an empty one
     * @param metrics where the service has its metrics
     * @param rules the file of its rules
     */
    static Prometheus started(Path folder, URI metrics, Path rules) throws IOException, InterruptedException {
        String address = "127.0.0.1:" + freePort();
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: newsfan
                    metrics_path: /q/metrics
                    static_configs: [targets: ['%s']]
                """.formatted(rules.toAbsolutePath(), metrics.getAuthority()));
        Process process = run(
                folder,
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address);
        Prometheus prometheus = new Prometheus(folder, URI.create("http://" + address), process);
        try {
            prometheus.awaitReady();
        } catch (AssertionError | RuntimeException e) {
            prometheus.close();
            throw e;
        }
        return prometheus;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process run(Path folder, String program, String... arguments) throws IOException {
        assertThat(program(program)).as(program).isPresent();
        var command = new ProcessBuilder(program(program).orElseThrow().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile());
        command.command().addAll(List.of(arguments));
        return command.start();
    }

    /** What its tool for checking files says to them; it must not complain. */
    static String check(Path folder, String... arguments) throws IOException, InterruptedException {
        Process tool = run(folder, "promtool", arguments);
        int status = tool.waitFor();
        String says = Files.readString(folder.resolve("promtool.log"));
        assertThat(status).as(says).isZero();
        return says;
    }

    private void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive()).as(this::log).isTrue();
            try {
                return client.send(
                                        HttpRequest.newBuilder(url.resolve("/-/ready"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** What a query gives now: a list of series. */
    JsonNode query(String query) {
        return api("query?query=" + URLEncoder.encode(query, UTF_8)).path("result");
    }

    /** Every rule, with its health. */
    List<JsonNode> rules() {
        return api("rules").path("groups").findValues("rules").stream()
                .flatMap(rules -> rules.valueStream())
                .toList();
    }

    private JsonNode api(String path) {
        try {
            String body = client.send(
                            HttpRequest.newBuilder(url.resolve("/api/v1/" + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            JsonNode answer = new ObjectMapper().readTree(body);
            assertThat(answer.path("status").asText()).as(path + ": " + body).isEqualTo("success");
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("prometheus.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Leaves no process behind. */
    @Override
    public void close() throws InterruptedException {
        client.shutdownNow();
        process.destroyForcibly().waitFor();
    }
}
