package dev.newsfan.loadlab.soak.run;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.process.ChildProcess;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.soak.servers.SoakSourceServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The process of the sources, as the soak starts and asks it. */
final class SoakSourcesProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(ParentProcess.READY + "([0-9,]+)\\R");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ChildProcess process;
    private final List<Integer> ports;

    private SoakSourcesProcess(ChildProcess process) throws IOException, InterruptedException {
        this.process = process;
        this.ports = Arrays.stream(process.awaitOutput(READY).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** @param faults in how many of a hundred answers something is wrong */
    static SoakSourcesProcess start(LabFolders folders, int faults) throws IOException, InterruptedException {
        return new SoakSourcesProcess(ChildProcess.start(
                "sources",
                folders,
                List.of(
                        "-Xmx256m",
                        "-cp",
                        folders.classPathOfTheService(),
                        SoakSourceServer.class.getName(),
                        "" + faults)));
    }

    /** Where a source listens, by its place among all. */
    String url(int source) {
        return "http://127.0.0.1:" + ports.get(source + 1) + "/news";
    }

    /** Ends the connections that callers keep for the next time. */
    void hangUp() throws IOException, InterruptedException {
        ask("/hang-up");
    }

    /** If the lab should be killed, this process is to end as well. */
    void ward(ProcessHandle process) throws IOException, InterruptedException {
        ask("/ward/" + process.pid());
    }

    /** What they have given so far, by name. */
    Map<String, Long> counts() throws IOException, InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        ask("/counts")
                .lines()
                .map(line -> line.split("="))
                .forEach(parts -> counts.put(parts[0], Long.valueOf(parts[1])));
        return counts;
    }

    private String ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.getFirst() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }
}
