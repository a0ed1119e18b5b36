package dev.newsfan.loadlab.cost.users;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Carries out an order on one event loop, on which all of it happens: that is what makes it cheap. A user who gets an error goes
 * home.
 */
final class ClosedLoop {

    private static final String COMPLETE = "News-Complete";

    private final Vertx vertx;
    private final LoadOrder order;
    private final boolean asksForNews;
    private final HttpClient client;
    private final Promise<LoadResult> done = Promise.promise();
    private final long measureFrom;
    private final long measureTo;
    private int present;
    private long answers;
    private long errors;
    private String firstError = "";
    private long[] nanos = new long[1024];
    private int measured;

    ClosedLoop(Vertx vertx, LoadOrder order) {
        this.vertx = vertx;
        this.order = order;
        // A source that is asked by itself has no digest, and says nothing of one.
        this.asksForNews = order.url().getPath().endsWith("-news");
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(order.url().getHost())
                .setDefaultPort(order.url().getPort())
                .setMaxPoolSize(order.users()));
        this.measureFrom = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(order.settleMillis());
        this.measureTo = measureFrom + TimeUnit.MILLISECONDS.toNanos(order.measureMillis());
    }

    /** @return emits what came of it when the last answer has come */
    Future<LoadResult> run() {
        present = order.users();
        for (int user = 0; user < order.users(); user++) {
            long comes = order.settleMillis() / 2 * user / order.users();
            if (comes == 0) {
                ask();
            } else {
                vertx.setTimer(comes, now -> ask());
            }
        }
        return done.future().onComplete(end -> client.close());
    }

    private void ask() {
        long asked = System.nanoTime();
        if (asked - measureTo >= 0) {
            leave();
            return;
        }
        client.request(HttpMethod.GET, order.url().getPath())
                .compose(HttpClientRequest::send)
                .compose(this::check)
                .onSuccess(end -> {
                    count(asked);
                    ask();
                })
                .onFailure(this::fail);
    }

    private Future<Void> check(HttpClientResponse response) {
        String complete = asksForNews ? response.getHeader(COMPLETE) : "true";
        if (response.statusCode() != 200 || !"true".equals(complete)) {
            String said = "status " + response.statusCode() + ", " + COMPLETE + " " + complete;
            return response.end().compose(end -> Future.failedFuture(said));
        }
        return response.end();
    }

    private void count(long asked) {
        answers++;
        long now = System.nanoTime();
        if (now - measureFrom >= 0 && now - measureTo < 0) {
            if (measured == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * nanos.length);
            }
            nanos[measured++] = now - asked;
        }
    }

    private void fail(Throwable cause) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = cause.toString().lines().findFirst().orElse("unknown");
        }
        leave();
    }

    private void leave() {
        present--;
        if (present == 0) {
            double seconds = order.measureMillis() / 1000.0;
            done.complete(LoadResult.of(answers, errors, seconds, Arrays.copyOf(nanos, measured), firstError));
        }
    }
}
