package dev.newsfan.source;

import dev.newsfan.policy.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a source by Vert.x' own HTTP client, which is what the REST client asks by: the same calls for about a third of what they
 * cost there, and nothing of what Jakarta REST gives (interfaces, filters, readers of bodies).
 */
final class VertxUpstream implements UpstreamClient {

    private final HttpClient client;
    /** Of every call that adds nothing to the source's URL. */
    private final RequestOptions request;

    private final Consumer<HttpClientRequest> watch;

    /** @param options for the connections */
    VertxUpstream(Vertx vertx, UpstreamSettings settings, HttpClientOptions options) {
        client = vertx.createHttpClient(options);
        request = request(settings);
        watch = settings.watch();
    }

    @Override
    public Uni<UpstreamAnswer> get(Question question, IncomingBody body) {
        return send(question, request(question), body);
    }

    /**
     * Asks a particular address of the source's.
     *
     * @param connectTimeout the longest that making the connection may take, above zero; if none is given the caller's deadline is
     */
    Uni<UpstreamAnswer> get(
            Question question, IncomingBody body, InetAddress address, Optional<Duration> connectTimeout) {
        RequestOptions options = new RequestOptions(request(question));
        // In figures: with the name that it was found by, Vert.x takes all addresses of a name for one.
        options.setServer(SocketAddress.inetSocketAddress(options.getPort(), address.getHostAddress()));
        connectTimeout.ifPresent(time -> options.setConnectTimeout(time.toMillis()));
        return send(question, options, body);
    }

    private Uni<UpstreamAnswer> send(Question question, RequestOptions options, IncomingBody body) {
        return Uni.createFrom().emitter(asker -> {
            Exchange exchange = new Exchange(question, asker, body);
            client.request(options).onComplete(request -> send(exchange, request), exchange::fail);
        });
    }

    private void send(Exchange exchange, HttpClientRequest request) {
        exchange.begin(request);
        watch.accept(request);
        request.send().onComplete(response -> receive(exchange, response), exchange::fail);
    }

    private static void receive(Exchange exchange, HttpClientResponse response) {
        response.body()
                .map(body -> new UpstreamAnswer(response.statusCode(), name -> header(response, name), body.getBytes()))
                .onComplete(exchange::answer, exchange::fail);
    }

    /** All its values in one, as that of a header that is a list may be on several lines (RFC 9110, section 5.3). */
    private static String header(HttpClientResponse response, String name) {
        List<String> values = response.headers().getAll(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static RequestOptions request(UpstreamSettings settings) {
        URI url = settings.url();
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        settings.headers().forEach(headers::set);
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setSsl(tls)
                .setHost(url.getHost())
                .setPort(port)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    private RequestOptions request(Question question) {
        if (question.parameters().isEmpty()) {
            return request;
        }
        return new RequestOptions(request).setURI(QueryParameters.add(request.getURI(), question.parameters()));
    }
}
