package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.servers.SourceHealth;
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
public final class SourcesProcess implements AutoCloseable {

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
    public record SourceCounts(long calls, int mostInFlight, double lateness) {}

    /**
     * Starts them, and waits until they listen.
     *
     * @param launcher as for a {@link ChildProcess}
     * @param sources how many
     * @param delay how long each takes, in seconds
     */
    public static SourcesProcess start(LabFolders folders, List<String> launcher, int sources, double delay)
            throws IOException, InterruptedException {
        long delayMillis = Math.round(delay * 1000);
        List<String> arguments = List.of(
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folders.classPathOfTheService(),
                SourceServer.class.getName(),
                "" + sources,
                "" + delayMillis);
        return new SourcesProcess(ChildProcess.start("sources", folders, launcher, arguments), delayMillis);
    }

    public ProcessHandle handle() {
        return process.handle();
    }

    /** Where each source listens. */
    public List<Integer> sourcePorts() {
        return ports.subList(1, ports.size());
    }

    public String url(int source) {
        return "http://127.0.0.1:" + sourcePorts().get(source) + "/";
    }

    public SourceCounts counts() throws IOException, InterruptedException {
        String[] numbers = ask("/counts").split(",");
        return new SourceCounts(
                Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]) / 1e6);
    }

    /** As quick as they can: to warm up whoever asks them. */
    public void answerAtOnce() throws IOException, InterruptedException {
        answerAfter(0);
    }

    public void answerInTime() throws IOException, InterruptedException {
        ask("/delay/" + delayMillis);
    }

    /** @param seconds from now on, whatever they were started with */
    public void answerAfter(double seconds) throws IOException, InterruptedException {
        ask("/delay/" + Math.round(seconds * 1000));
    }

    /** The calls to each source since they were last asked for. */
    public List<Long> calls() throws IOException, InterruptedException {
        return Arrays.stream(ask("/calls").split(",")).map(Long::valueOf).toList();
    }

    /** How a source is from now on, by its place among all. */
    public void become(int source, SourceHealth health) throws IOException, InterruptedException {
        ask("/health/" + source + "/" + health);
    }

    /** If the lab should be killed, this process is to end as well. */
    public void ward(ProcessHandle process) throws IOException, InterruptedException {
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
