package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody who has nothing to do with the trouble, asks a healthy source again and again, and wants an answer at once. */
final class Neighbour implements AutoCloseable {

    /** The longest that he may have to wait. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long MILLIS_BETWEEN_REQUESTS = 20;
    private static final int ENOUGH_ANSWERS = 3;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    /** When those began that have no answer yet. */
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    private final HttpRequest request;

    /** @param told why there was no answer, or {@code null} as a word */
    private record Visit(long began, Duration took, boolean served, String told) {

        boolean isServedSoon() {
            return served && took.compareTo(PATIENCE) < 0;
        }
    }

    /** @param news the news of a healthy source, in some mode */
    Neighbour(URI news) {
        request = HttpRequest.newBuilder(news).timeout(Duration.ofSeconds(20)).build();
        clock.scheduleAtFixedRate(this::ask, 0, MILLIS_BETWEEN_REQUESTS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        long began = System.nanoTime();
        underWay.add(began);
        client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(Neighbour::isServed)
                .whenComplete((served, failure) -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    visits.add(new Visit(began, took, failure == null && served, String.valueOf(failure)));
                    underWay.remove(began);
                });
    }

    private static boolean isServed(HttpResponse<Void> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("News-Complete").equals(Optional.of("true"));
    }

    /** Asserts that what goes on meanwhile is nothing to him, neither then nor shortly after. */
    void isServedDuring(Runnable trouble) {
        long began = System.nanoTime();
        visits.clear();
        try {
            trouble.run();
        } finally {
            awaitAnswersSince(began);
        }
        long ended = System.nanoTime();
        awaitAnswersSince(ended);

        assertThat(visits.stream().filter(visit -> !visit.isServedSoon())).isEmpty();
    }

    /** Until a few that were asked for after a moment are there, and all from before it. */
    private void awaitAnswersSince(long moment) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> underWay.stream().noneMatch(began -> began - moment < 0)
                        && visits.stream()
                                        .filter(visit -> visit.began - moment > 0)
                                        .count()
                                >= ENOUGH_ANSWERS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
