package dev.newsfan.api;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A caller with one HTTP/2 connection, who lets through as many bytes of each answer as a test wants. */
final class Http2Caller implements AutoCloseable {

    private final Vertx vertx;
    private final HttpClient client;
    private final URI service;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<HttpClientRequest> requests = new CopyOnWriteArrayList<>();

    /** @param window how many bytes of each answer come before the caller has asked for more */
    Http2Caller(Vertx vertx, URI service, int window) {
        this.vertx = vertx;
        this.service = service;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setHttp2MultiplexingLimit(1000);
        options.getInitialSettings().setInitialWindowSize(window);
        client = vertx.httpClientBuilder()
                .with(options)
                .withConnectHandler(connection -> connections.incrementAndGet())
                .build();
    }

    /** Asks, and leaves the answer unread but for what the window lets through; or takes a piece now and then. */
    void ask(String pathAndQuery, boolean drip) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI(pathAndQuery);
        client.request(request).onFailure(e -> lost.incrementAndGet()).onSuccess(asked -> {
            requests.add(asked);
            asked.exceptionHandler(e -> {});
            asked.send().onSuccess(answer -> read(answer, drip)).onFailure(e -> lost.incrementAndGet());
        });
    }

    private void read(HttpClientResponse answer, boolean drip) {
        begun.incrementAndGet();
        answer.exceptionHandler(e -> lost.incrementAndGet());
        answer.endHandler(end -> complete.incrementAndGet());
        answer.handler((Buffer piece) -> {});
        if (drip) {
            answer.pause();
            long timer = vertx.setPeriodic(50, tick -> answer.fetch(1));
            answer.request().connection().closeHandler(gone -> vertx.cancelTimer(timer));
        }
    }

    /** Leaves the request that was asked first, by a reset. */
    void leave() {
        requests.stream().findFirst().ifPresent(HttpClientRequest::reset);
    }

    /** How many answers have begun. */
    int begun() {
        return begun.get();
    }

    /** How many answers broke off, or never began. */
    int lost() {
        return lost.get();
    }

    int complete() {
        return complete.get();
    }

    /** How many connections it took. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
