package dev.newsfan.http;

import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has this service call itself by HTTP: at the port that it really listens on, with a secret that nobody else has. */
@Singleton
public final class LoopbackClient {

    private static final String HEADER = "Newsfan-Loopback-Secret";

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

    private final Vertx vertx;
    private final HttpServer server;
    private final String host;
    private final String secret = new BigInteger(256, new SecureRandom()).toString(Character.MAX_RADIX);

    LoopbackClient(Vertx vertx, HttpServer server, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.vertx = vertx;
        this.server = server;
        this.host = EVERY_ADDRESS.contains(host) ? "localhost" : host;
    }

    /** Whether it makes this request, so that it is part of one that has been let in already. */
    public boolean isCallerOf(RoutingContext request) {
        Optional<String> given = Optional.ofNullable(request.request().getHeader(HEADER));
        // Takes as long for a good guess as for a bad one.
        return given.filter(guess -> MessageDigest.isEqual(bytes(guess), bytes(secret)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A request to this service that is known to come from itself.
     *
     * @param pathAndQuery begins with a slash
     */
    public RequestOptions get(String pathAndQuery) {
        return new RequestOptions()
                .setHost(host)
                .setPort(server.getPort())
                .setURI(pathAndQuery)
                .putHeader(HEADER, secret);
    }

    /**
     * Makes calls when subscribed to, with a client of their own, which is closed when they have ended or nobody waits for
     * them any more.
     */
    public <T> Multi<T> with(HttpClientOptions options, Function<HttpClient, Multi<T>> calls) {
        return Multi.createFrom().deferred(() -> {
            HttpClient client = vertx.createHttpClient(options);
            return calls.apply(client).onTermination().invoke(client::close);
        });
    }

    /** Sends a request when subscribed to, and reads what is answered. Cancelling it resets the request. */
    public static <T> Uni<T> send(
            HttpClient client, RequestOptions request, Function<HttpClientResponse, Future<T>> reader) {
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(request);
            return UniHelper.toUni(opened.compose(HttpClientRequest::send).compose(reader))
                    .onCancellation()
                    .invoke(() -> opened.onSuccess(HttpClientRequest::reset));
        });
    }
}
