package dev.newsfan.loadlab.policies.users;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Users who come at random, so many in a second on average, whatever becomes of those before them: an open model, in which a
 * service that is slow isn't spared for it. Each has a virtual thread.
 */
public final class Arrivals implements AutoCloseable {

    /** Always the same, so that each choice of policies has the same arrivals. */
    private static final long SEED = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpRequest request;

    /** @param url what they ask for */
    public Arrivals(URI url) {
        this.request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
    }

    /** So many at a time, each of whom asks again and again, to get everything compiled. */
    public void warmUp(int users, double seconds) throws InterruptedException {
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        threads.invokeAll(IntStream.range(0, users)
                .mapToObj(user -> Executors.callable(() -> {
                    while (System.nanoTime() < end) {
                        ask();
                    }
                }))
                .toList());
    }

    /** Those of so many seconds; returns when the last of them has gone. */
    public AnswerTally come(int perSecond, double seconds) throws InterruptedException {
        AnswerTally tally = new AnswerTally();
        awaitAll(send(perSecond, seconds, tally));
        return tally;
    }

    /** Those of so many seconds, whose answers aren't waited for. */
    public void comeBefore(int perSecond, double seconds) {
        send(perSecond, seconds, new AnswerTally());
    }

    private List<Future<?>> send(int perSecond, double seconds, AnswerTally tally) {
        Random random = new Random(SEED);
        List<Future<?>> asking = new ArrayList<>();
        long start = System.nanoTime();
        for (double at = gap(random, perSecond); at < seconds; at += gap(random, perSecond)) {
            long due = start + Math.round(at * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            // Who is let in late has waited, too.
            asking.add(threads.submit(() -> tally.add(ask(), System.nanoTime() - due)));
        }
        return asking;
    }

    private static double gap(Random random, int perSecond) {
        return -Math.log(1 - random.nextDouble()) / perSecond;
    }

    private Answer ask() {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return Answer.of(
                    response.statusCode(),
                    response.headers().firstValue("News-Complete").orElse(""),
                    response.body());
        } catch (IOException e) {
            return Answer.ERROR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.ERROR;
        }
    }

    private static void awaitAll(List<Future<?>> asking) throws InterruptedException {
        for (Future<?> each : asking) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
