package dev.newsfan.loadlab.replicas.run;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Redis of our own, which keeps nothing on disk. */
record RedisServer(Process process, int port) implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    private static final long PATIENCE_SECONDS = 20;
    private static final long PERIOD_MILLIS = 20;

    /** Whether there is one to be started. */
    static boolean isInstalled() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /**
     * Starts it, and waits until it listens.
     *
     * @param folder for its log
     * @param sources whose process ends it if the lab should be killed
     */
    static RedisServer start(Path folder, SourcesProcess sources) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        PROGRAM, "--bind", "127.0.0.1", "--port", "" + port, "--save", "", "--appendonly", "no")
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        sources.ward(process.toHandle());
        RedisServer server = new RedisServer(process, port);
        server.awaitListening();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void awaitListening() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new LoadLabException(PROGRAM + " did not start; its log is with those of the others");
            }
            Thread.sleep(PERIOD_MILLIS);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
