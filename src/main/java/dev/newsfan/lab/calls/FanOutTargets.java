package dev.newsfan.lab.calls;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Call;
import dev.newsfan.http.LoopbackClient;
import dev.newsfan.lab.tasks.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the fan-out experiment: how they are asked, and how long that should take. */
@Singleton
class FanOutTargets {

    /** Longer than the longest step. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** More than the experiments that run at once by default can use: none should wait for a connection. */
    private static final int CONNECTIONS = 1000;

    private static final Pattern STEP =
            Pattern.compile(LabConfig.STEPS + "([a-z]+)(?:\\?(?:seconds=([0-9]{1,2}(?:\\.[0-9]{1,9})?)|.*))?");

    private final LoopbackClient loopback;
    private final HttpClient client;

    FanOutTargets(LoopbackClient loopback, Vertx vertx) {
        this.loopback = loopback;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    }

    /** A call to a configured address, which is a URL or a path of the service itself. */
    Task<Void> call(String address) {
        String withoutQuery = address.replaceFirst("\\?.*", "");
        return new Task<>(new Call<>(withoutQuery, TIMEOUT, () -> ask(address)), predicted(address));
    }

    /** How long a step takes if it is one of the service's own: what its address says, or what it takes by itself. */
    private static Optional<Duration> predicted(String address) {
        Matcher step = STEP.matcher(address);
        var usual = Optional.of(step).filter(Matcher::matches).map(own -> StepResource.STEPS.get(own.group(1)));
        return usual.map(time -> step.group(2) == null ? time : Duration.parse("PT" + step.group(2) + "S"));
    }

    private Uni<Void> ask(String address) {
        // The secret is for nobody but the service itself.
        var request = address.startsWith("/") ? loopback.get(address) : new RequestOptions().setAbsoluteURI(address);
        return LoopbackClient.send(client, request, FanOutTargets::read)
                .onFailure(e -> !(e instanceof IllegalStateException))
                .transform(e -> new IllegalStateException("it can't be asked: " + e.getMessage(), e));
    }

    /** Reads an answer to its end and keeps nothing of it. */
    private static Future<Void> read(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.end()
                : Future.failedFuture(new IllegalStateException("it answered with status " + response.statusCode()));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
