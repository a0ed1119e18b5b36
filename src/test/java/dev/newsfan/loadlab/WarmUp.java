package dev.newsfan.loadlab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Lets a server do its job for a while before anything is measured, with sources that answer at once, so that its code is
 * compiled; and makes sure that it does the job.
 */
final class WarmUp {

    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern URL = Pattern.compile("\"url\"\\s*:");

    private final Options options;
    private long articles = -1;

    WarmUp(Options options) {
        this.options = options;
    }

    double seconds() {
        // The compiler is at work for some 20 s of a core; with less, half of what is measured is the compiler.
        return Math.clamp(options.seconds() * 2 / 3, 2, 20);
    }

    void run(Line line, Server server, Upstream upstream, House house) throws LabException, InterruptedException {
        URI uri = URI.create(server.url() + line.path(options.target(), options));
        upstream.answerAtOnce();
        int atOnce = Math.min(AT_ONCE, Math.min(house.limit(), line.inLine() ? house.workers() : house.limit()));
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            check(line, ask(client, uri, server));
            List<Callable<Void>> users = new ArrayList<>();
            long deadline = System.nanoTime() + Math.round(seconds() * 1e9);
            for (int i = 0; i < atOnce; i++) {
                users.add(() -> {
                    while (System.nanoTime() < deadline) {
                        ask(client, uri, server);
                    }
                    return null;
                });
            }
            threads.invokeAll(users);
        }
        upstream.answerInTime();
    }

    /** All lines have to do the same job. */
    private void check(Line line, HttpResponse<String> answer) throws LabException {
        boolean complete =
                !answer.headers().firstValue("News-Complete").orElse("true").equals("false");
        if (answer.statusCode() != 200 || !complete) {
            throw new LabException("%s mode does not do its job; it answered %d: %s"
                    .formatted(line.word(), answer.statusCode(), answer.body()));
        }
        long found = URL.matcher(answer.body()).results().count();
        if (articles >= 0 && found != articles) {
            throw new LabException("%s mode does another job than the others: it found %d articles, not %d"
                    .formatted(line.word(), found, articles));
        }
        articles = found;
    }

    private static HttpResponse<String> ask(HttpClient client, URI uri, Server server)
            throws LabException, InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LabException(
                    "The server does not answer: " + e + "\n" + server.process().tail());
        }
    }
}
