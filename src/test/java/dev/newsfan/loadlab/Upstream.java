package dev.newsfan.loadlab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The sources' process, as the lab sees it. */
final class Upstream implements AutoCloseable {

    private static final Pattern PORTS = Pattern.compile(Child.READY + "([0-9,]+)\\R");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Child process;
    private final List<Integer> ports;
    private final long delayMillis;

    private Upstream(Child process, List<Integer> ports, long delayMillis) {
        this.process = process;
        this.ports = ports;
        this.delayMillis = delayMillis;
    }

    static Upstream start(Path app, Path logs, Options options) throws LabException, InterruptedException {
        long millis = Math.round(options.delaySeconds() * 1000);
        Child process = Child.java(
                "upstream",
                logs,
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Child.classPathOfThePackage(app),
                        UpstreamStub.class.getName(),
                        Integer.toString(options.sources()),
                        Long.toString(millis)));
        String ports = process.awaitOutput(PORTS, PATIENCE).group(1);
        return new Upstream(
                process, Arrays.stream(ports.split(",")).map(Integer::valueOf).toList(), millis);
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

    UpstreamCounts counts() throws LabException, InterruptedException {
        return UpstreamCounts.parse(ask("/counts"));
    }

    /** As quick as they can: to warm up whoever asks them. */
    void answerAtOnce() throws LabException, InterruptedException {
        ask("/delay/0");
    }

    void answerInTime() throws LabException, InterruptedException {
        ask("/delay/" + delayMillis);
    }

    /** If the lab should be killed, this process is to end as well. */
    void ward(ProcessHandle process) throws LabException, InterruptedException {
        ask("/ward/" + process.pid());
    }

    private String ask(String path) throws LabException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.getFirst() + path);
        try {
            return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new LabException("The upstream does not answer any more: " + e + "\n" + process.tail());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }
}
