package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.process.JobCheck;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.ServerProcess;
import dev.newsfan.loadlab.process.ServerSetup;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Starts the servers, all of them the same way. */
record CostServers(CostOptions options, LabFolders folders, SourcesProcess sources, CorePinning pinning) {

    /** As many as the service lets in by itself; a higher number is told to it. */
    private static final int DEFAULT_LIMIT = 1000;

    /** What a request may take beyond its sources: nobody is to be late because of the load alone. */
    private static final double SLACK_SECONDS = 60;

    /** Waits until it listens, and asks nothing yet. */
    LineServer start(CostLine line) throws IOException, InterruptedException {
        long began = System.nanoTime();
        ServerProcess process = ServerProcess.start(setup(line), sources, folders, pinning.server());
        double seconds = (System.nanoTime() - began) / 1e9;
        sources.ward(process.process().handle());
        return new LineServer(line, process, seconds);
    }

    /** Makes sure that a server does the job that the others do. */
    static void check(LineServer server, JobCheck job) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(server.url()).build();
            job.check(server.line().word(), client.send(request, BodyHandlers.ofString()));
        }
    }

    private ServerSetup setup(CostLine line) {
        int limit = Math.max(DEFAULT_LIMIT, options.mostRequests());
        double timeout = options.longestDelay() + SLACK_SECONDS;
        Map<String, String> settings = Map.of(
                "newsfan.limits.async", "" + limit,
                "newsfan.limits.virtual", "" + limit,
                "newsfan.budget", Math.round(timeout * 1000) + "ms");
        return new ServerSetup(
                line.mode(), line.client(), line.policies(), limit, timeout, settings, options.javaOptions());
    }
}
