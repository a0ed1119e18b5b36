package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.servers.SourceServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The process with the sources. */
final class SourcesProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(ParentProcess.READY + "([0-9,]+)\\R");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ChildProcess process;
    private final List<Integer> ports;
    private final long delayMillis;

    private SourcesProcess(ChildProcess process, long delayMillis) throws IOException, InterruptedException {
        this.process = process;
        this.delayMillis = delayMillis;
        String said = process.awaitOutput(READY);
        this.ports = Arrays.stream(said.split(",")).map(Integer::valueOf).toList();
    }

    /**
     * What the sources have counted since they were last asked.
     *
     * @param calls that came
     * @param mostInFlight at a time
     * @param lateness the longest that an answer came after its time, in seconds
     */
    record SourceCounts(long calls, int mostInFlight, double lateness) {}

    static SourcesProcess start(LabFolders folders, LoadOptions options) throws IOException, InterruptedException {
        long delayMillis = Math.round(options.delay() * 1000);
        List<String> arguments = List.of(
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folders.classPathOfTheService(),
                SourceServer.class.getName(),
                "" + options.sources(),
                "" + delayMillis);
        return new SourcesProcess(ChildProcess.start("sources", folders, arguments), delayMillis);
    }

    ProcessHandle handle() {
        return process.handle();
    }

    /** Where each source listens. */
    List<Integer> sourcePorts() {
        return ports.subList(1, ports.size());
    }

    String url(int source) {
        return "http://127.0.0.1:" + sourcePorts().get(source) + "/";
    }

    SourceCounts counts() throws IOException, InterruptedException {
        String[] numbers = ask("/counts").split(",");
        return new SourceCounts(
                Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]) / 1e6);
    }

    /** As quick as they can: to warm up whoever asks them. */
    void answerAtOnce() throws IOException, InterruptedException {
        ask("/delay/0");
    }

    void answerInTime() throws IOException, InterruptedException {
        ask("/delay/" + delayMillis);
    }

    /** If the lab should be killed, this process is to end as well. */
    void ward(ProcessHandle process) throws IOException, InterruptedException {
        ask("/ward/" + process.pid());
    }

    private String ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.getFirst() + path);
        try {
            return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw process.failure("The sources do not answer any more (" + e + ")");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }
}
