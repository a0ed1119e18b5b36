package dev.newsfan.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Redis on a port of its own, which keeps nothing on disk. */
final class RedisServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    private RedisServer(Path folder, List<String> options) {
        this.folder = folder;
        this.port = freePort();
        this.options = options;
    }

    /** One that runs, with these options besides. */
    static RedisServer started(Path folder, String... options) {
        RedisServer server = stopped(folder, options);
        server.start();
        return server;
    }

    /** One that doesn't run yet. */
    static RedisServer stopped(Path folder, String... options) {
        return new RedisServer(folder, List.of(options));
    }

    static boolean isInstalled() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Stream.of("redis-server", "valkey-server")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Of plain Redis. */
    String url() {
        return "redis://localhost:" + port;
    }

    void start() {
        assertThat(program()).as("redis-server or valkey-server").isPresent();
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString(), "--save", ""));
        command.addAll(List.of("--appendonly", "no", "--bind", "127.0.0.1", "--dir", folder.toString()));
        command.addAll(options.contains("--tls-port") ? List.of("--port", "0") : List.of("--port", "" + port));
        options.forEach(option -> command.add(option.equals("PORT") ? "" + port : option));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(this::accepts);
    }

    private boolean accepts() {
        assertThat(process.isAlive()).as(() -> "Redis runs: " + log()).isTrue();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("redis.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Says a command of words without blanks in them, and gives what comes back within a moment, as it comes. */
    String say(String command) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It stands still and keeps its connections, until {@link #goOn()}. */
    void freeze() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", signal, "" + process.pid())
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if its machine were switched off; what it held is lost. */
    void kill() {
        try {
            assertThat(process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
