package dev.newsfan.lab;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Sends callers to the lab's own wait, over HTTP as anybody else would come. */
@Singleton
class Crowds {

    private final Vertx vertx;
    private final OwnService service;

    Crowds(Vertx vertx, OwnService service) {
        this.vertx = vertx;
        this.service = service;
    }

    /** Sends them all at once when subscribed to. Emits each who comes back; cancelling it calls all back. */
    Multi<Returned> send(Crowd crowd) {
        return Multi.createFrom().deferred(() -> {
            // A connection for each, so that nobody waits for one.
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setMaxPoolSize(crowd.callers()).setKeepAlive(false));
            Stopwatch watch = Stopwatch.start();
            return Multi.createFrom()
                    .range(1, crowd.callers() + 1)
                    .onItem()
                    .transformToUni(caller -> call(client, crowd, caller, watch))
                    .merge(crowd.callers())
                    .onTermination()
                    .invoke(client::close);
        });
    }

    private Uni<Returned> call(HttpClient client, Crowd crowd, int caller, Stopwatch watch) {
        String address = "/lab/%s/wait?seconds=%s"
                .formatted(
                        crowd.mode(),
                        BigDecimal.valueOf(crowd.time().toNanos(), 9).toPlainString());
        Duration started = watch.elapsed();
        Future<HttpClientResponse> answer = client.request(service.get(address)).compose(HttpClientRequest::send);
        return UniHelper.toUni(answer.compose(response ->
                        response.body().map(body -> returned(caller, started, watch.elapsed(), response, body))))
                .onFailure()
                .recoverWithItem(e -> Returned.failed(caller, started, watch.elapsed(), e));
    }

    private static Returned returned(
            int caller, Duration started, Duration back, HttpClientResponse response, Buffer body) {
        JsonObject answer = body.toJsonObject();
        Duration elapsed = back.minus(started);
        if (response.statusCode() != 200) {
            return new Returned(
                    caller,
                    response.statusCode(),
                    started,
                    elapsed,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(answer.getString("detail")));
        }
        Duration line = Duration.ofNanos(Math.round(answer.getDouble("line") * 1e9));
        return new Returned(
                caller,
                200,
                started,
                elapsed,
                Optional.of(line),
                Optional.of(answer.getString("thread")),
                Optional.empty());
    }
}
