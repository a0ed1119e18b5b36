package dev.newsfan.lab.callers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.http.LoopbackClient;
import dev.newsfan.lab.LabRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Sends callers to the lab's own wait, over HTTP as anybody else would come. */
@Singleton
class LoadGenerator {

    private final LoopbackClient loopback;

    LoadGenerator(LoopbackClient loopback) {
        this.loopback = loopback;
    }

    /** Sends them all at once when subscribed to. Emits each who comes back; cancelling it calls all back. */
    Multi<Returned> send(Load load, LabRequest request) {
        Multi<Integer> callers = Multi.createFrom().range(1, load.callers() + 1);
        // A connection for each, so that nobody waits for one.
        var options = new HttpClientOptions().setMaxPoolSize(load.callers()).setKeepAlive(false);
        return loopback.with(
                options,
                client -> callers.onItem()
                        .transformToUni(caller -> send(caller, load, client, request))
                        .merge(load.callers()));
    }

    private Uni<Returned> send(int caller, Load load, HttpClient client, LabRequest request) {
        String seconds = BigDecimal.valueOf(load.seconds().toNanos(), 9).toPlainString();
        var wait = loopback.get("/lab/" + load.mode().word() + "/wait?seconds=" + seconds);
        Duration started = request.spent();
        return LoopbackClient.send(client, wait, LoadGenerator::read)
                .onFailure()
                .recoverWithItem(e -> JsonObject.of("status", 0, "detail", "no answer: " + e.getMessage()))
                .map(answer -> Returned.of(caller, started, request.spent(), answer));
    }

    private static Future<JsonObject> read(HttpClientResponse response) {
        return response.body().map(body -> body.toJsonObject().put("status", response.statusCode()));
    }

    /**
     * A caller who is back, counted from 1, with the status 0 if there was no answer, and with the time that it stood in line
     * inside the service until its own wait began.
     */
    @JsonInclude(Include.NON_ABSENT)
    @RegisterForReflection
    record Returned(
            int caller,
            int status,
            Duration started,
            Duration elapsed,
            @JsonInclude(Include.ALWAYS) Optional<Duration> line,
            @JsonInclude(Include.ALWAYS) Optional<String> thread,
            Optional<String> reason) {

        private static Returned of(int caller, Duration started, Duration ended, JsonObject answer) {
            int status = answer.getInteger("status");
            var line = Optional.ofNullable(answer.getDouble("line")).map(s -> Duration.ofNanos(Math.round(s * 1e9)));
            var thread = Optional.ofNullable(answer.getString("thread"));
            var reason = Optional.ofNullable(answer.getString("detail"));
            return new Returned(caller, status, started, ended.minus(started), line, thread, reason);
        }
    }
}
