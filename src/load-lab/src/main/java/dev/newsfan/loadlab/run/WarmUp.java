package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServerCapacity;
import dev.newsfan.loadlab.process.JobCheck;
import dev.newsfan.loadlab.process.ServerProcess;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Lets a server do its job for a while before anything is measured, with sources that answer at once, so that its code is
 * compiled; and makes sure that it does the job.
 */
final class WarmUp {

    private static final int CONCURRENT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoadOptions options;
    private final JobCheck job = new JobCheck();

    WarmUp(LoadOptions options) {
        this.options = options;
    }

    double seconds() {
        // The compiler is at work for some 20 s of a core; with less, half of what is measured is the compiler.
        return Math.clamp(options.seconds() * 2 / 3, 2, 20);
    }

    void run(LoadedMode mode, ServerCapacity capacity, ServerProcess server, SourcesProcess sources)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + mode.path(options)))
                .timeout(PATIENCE)
                .build();
        int most = mode.isSequential() ? Math.min(capacity.limit(), capacity.workers()) : capacity.limit();
        sources.answerAtOnce();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            job.check(mode.word() + " mode", ask(client, request, server));
            long deadline = System.nanoTime() + Math.round(seconds() * 1e9);
            Callable<Void> user = () -> {
                while (System.nanoTime() < deadline) {
                    ask(client, request, server);
                }
                return null;
            };
            threads.invokeAll(Collections.nCopies(Math.min(CONCURRENT, most), user));
        }
        sources.answerInTime();
    }

    private static HttpResponse<String> ask(HttpClient client, HttpRequest request, ServerProcess server)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw server.process().failure("The server does not answer (" + e + ")");
        }
    }
}
