package dev.newsfan.lab.callers;

import dev.newsfan.fanout.Budget;
import dev.newsfan.lab.LoopbackClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;

/** Sends callers to the lab's own wait, over HTTP as anybody else would come. */
@Singleton
class LoadGenerator {

    private final LoopbackClient loopback;

    LoadGenerator(LoopbackClient loopback) {
        this.loopback = loopback;
    }

    /** Sends them all at once when subscribed to. Emits each who comes back; cancelling it calls all back. */
    Multi<CallerResult> send(Load load, Budget budget) {
        // A connection for each, so that nobody waits for one.
        var options = new HttpClientOptions().setMaxPoolSize(load.callers()).setKeepAlive(false);
        return loopback.with(
                options,
                client -> Multi.createFrom()
                        .range(1, load.callers() + 1)
                        .onItem()
                        .transformToUni(caller -> send(caller, load, client, budget))
                        .merge(load.callers()));
    }

    private Uni<CallerResult> send(int caller, Load load, HttpClient client, Budget budget) {
        String seconds = BigDecimal.valueOf(load.time().toNanos(), 9).toPlainString();
        String path = "/lab/" + load.mode().word() + "/wait?seconds=" + seconds;
        Duration started = budget.spent();
        return loopback.get(
                        client,
                        path,
                        response -> response.body()
                                .map(body -> CallerResult.of(
                                        caller, response.statusCode(), started, budget.spent(), body.toJsonObject())))
                .onFailure()
                .recoverWithItem(e -> CallerResult.of(
                        caller, 0, started, budget.spent(), JsonObject.of("detail", "no answer: " + e.getMessage())));
    }
}
