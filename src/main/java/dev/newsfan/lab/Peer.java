package dev.newsfan.lab;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Asks the lab's own endpoint which connection a call came over. */
@Singleton
class Peer {

    private static final String ADDRESS = "/lab/connections/peer";

    private final Vertx vertx;
    private final OwnService service;

    Peer(Vertx vertx, OwnService service) {
        this.vertx = vertx;
        this.service = service;
    }

    /** A call, as its peer saw it; started is counted from the first call. */
    record Call(Duration started, Duration elapsed, int port, String protocol, String thread) {}

    /** One call after another with one client, which keeps its connection. */
    Uni<List<Call>> askInLine(int calls) {
        // One connection at most: the next call begins as soon as an answer is read, a moment before the connection is
        // back.
        return with(
                new HttpClientOptions().setMaxPoolSize(1),
                (client, watch) -> Multi.createFrom()
                        .range(0, calls)
                        .onItem()
                        .transformToUniAndConcatenate(call -> ask(client, watch))
                        .collect()
                        .asList());
    }

    /** One call after another, each with a client of its own. */
    Uni<List<Call>> askInLineAnew(int calls) {
        return Uni.createFrom().deferred(() -> {
            Stopwatch watch = Stopwatch.start();
            return Multi.createFrom()
                    .range(0, calls)
                    .onItem()
                    .transformToUniAndConcatenate(
                            call -> with(new HttpClientOptions(), (client, own) -> ask(client, watch)))
                    .collect()
                    .asList();
        });
    }

    /** All calls at once, which share a connection (RFC 9113, section 5). */
    Uni<List<Call>> askAtOnceOverHttp2(int calls) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1);
        return with(
                options,
                (client, watch) -> Uni.join()
                        .all(IntStream.range(0, calls)
                                .mapToObj(call -> ask(client, watch))
                                .toList())
                        .andFailFast());
    }

    private interface Asking<T> {
        Uni<T> ask(HttpClient client, Stopwatch watch);
    }

    private <T> Uni<T> with(HttpClientOptions options, Asking<T> asking) {
        return Uni.createFrom().deferred(() -> {
            HttpClient client = vertx.createHttpClient(options);
            return asking.ask(client, Stopwatch.start()).onTermination().invoke(client::close);
        });
    }

    private Uni<Call> ask(HttpClient client, Stopwatch watch) {
        return Uni.createFrom().deferred(() -> {
            Duration started = watch.elapsed();
            return UniHelper.toUni(client.request(service.get(ADDRESS))
                            .compose(HttpClientRequest::send)
                            .compose(HttpClientResponse::body))
                    .map(body -> {
                        JsonObject seen = body.toJsonObject();
                        return new Call(
                                started,
                                watch.elapsed().minus(started),
                                seen.getInteger("port"),
                                seen.getString("protocol"),
                                seen.getString("thread"));
                    });
        });
    }
}
