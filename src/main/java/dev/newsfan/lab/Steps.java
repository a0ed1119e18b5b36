package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The addresses of the fan-out experiment, and how they are asked. */
@Singleton
class Steps {

    static final String PATH = LabConfig.STEPS;

    /** How long the service's own steps take, by name. */
    static final Map<String, Duration> OWN = Map.of(
            "one", Duration.ofSeconds(3),
            "two", Duration.ofSeconds(4),
            "three", Duration.ofMillis(10),
            "four", Duration.ofMillis(10),
            "five", Duration.ofMillis(10));

    /** Longer than the longest step. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** More than the experiments that run at once by default can use: none should wait for a connection. */
    private static final int CONNECTIONS = 1000;

    private final OwnService service;
    private final HttpClient client;

    Steps(OwnService service, Vertx vertx) {
        this.service = service;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    }

    /** A call to a configured address, which is a URL or a path of the service itself. */
    Task call(String address) {
        boolean own = address.startsWith("/");
        // The secret is for nobody but the service itself.
        return new Task(
                withoutQuery(address),
                own ? time(address) : Optional.empty(),
                TIMEOUT,
                () -> ask(own ? service.get(address) : new RequestOptions().setAbsoluteURI(address)));
    }

    /** How long a step takes if it is one of the service's own: what its address says, or what it takes by itself. */
    private static Optional<Duration> time(String address) {
        URI uri = URI.create(address);
        Optional<Duration> usual = Optional.ofNullable(uri.getPath())
                .filter(path -> path.startsWith(PATH))
                .map(path -> OWN.get(path.substring(PATH.length())));
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        return query.matches("seconds=[0-9]{1,2}(\\.[0-9]{1,9})?")
                ? usual.map(step -> Duration.ofNanos(Math.round(Double.parseDouble(query.split("=")[1]) * 1e9)))
                : usual;
    }

    private Uni<Void> ask(RequestOptions address) {
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(address);
            Future<Void> answered = opened.compose(HttpClientRequest::send).compose(Steps::read);
            return UniHelper.toUni(answered)
                    .onFailure()
                    .transform(e -> new IllegalStateException(reason(e), e))
                    .onCancellation()
                    .invoke(() -> opened.onSuccess(HttpClientRequest::reset));
        });
    }

    private static String reason(Throwable e) {
        return e instanceof BadStatus ? e.getMessage() : "it can't be asked: " + e.getMessage();
    }

    private static final class BadStatus extends Exception {
        private static final long serialVersionUID = 1L;

        BadStatus(int status) {
            super("it answered with status " + status, null, false, false);
        }
    }

    /** Reads an answer to its end and keeps nothing of it. */
    private static Future<Void> read(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.end()
                : Future.failedFuture(new BadStatus(response.statusCode()));
    }

    private static String withoutQuery(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
