package dev.newsfan.upstream;

import dev.newsfan.policy.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Asks a source by Vert.x' own HTTP client, which is what the REST client asks by: the same calls for about a third of what they
 * cost there, and nothing of what Jakarta REST gives (interfaces, filters, readers of bodies).
 */
final class VertxUpstream implements UpstreamClient {

    private static final Logger LOG = Logger.getLogger(VertxUpstream.class);

    private final HttpClient client;
    /** Of every call that adds nothing to the source's URL. */
    private final RequestOptions request;

    private final Consumer<HttpClientRequest> watch;
    private final Proxies proxies;
    private final OpenConnections connections;

    /** @param options for the connections */
    VertxUpstream(Vertx vertx, UpstreamSettings settings, HttpClientOptions options) {
        this(vertx, settings, true, options);
    }

    /** @param own whether it asks the source's own origin, to which alone the configured headers go */
    VertxUpstream(Vertx vertx, UpstreamSettings settings, boolean own, HttpClientOptions options) {
        client = vertx.createHttpClient(options);
        proxies = settings.proxies();
        connections = settings.connections();
        settings.tls().ifPresent(tls -> tls.onReload().accept(now -> reload(settings.options(now, own))));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        (own ? settings.headers() : settings.headersElsewhere()).forEach(headers::set);
        request = to(new RequestOptions().setFollowRedirects(false).setHeaders(headers), settings.url());
        watch = own ? settings.watch() : elsewhere -> {};
    }

    @Override
    public Uni<UpstreamAnswer> get(UpstreamRequest asked, IncomingBody body) {
        return send(asked, request(asked), body);
    }

    /**
     * Asks a particular address of the host's.
     *
     * @param connectTimeout the longest that making the connection may take, above zero; if none is given the caller's deadline is
     */
    Uni<UpstreamAnswer> get(
            UpstreamRequest asked, IncomingBody body, InetAddress address, Optional<Duration> connectTimeout) {
        RequestOptions options = new RequestOptions(request(asked));
        // In figures: with the name that it was found by, Vert.x takes all addresses of a name for one.
        options.setServer(SocketAddress.inetSocketAddress(options.getPort(), address.getHostAddress()));
        connectTimeout.ifPresent(time -> options.setConnectTimeout(time.toMillis()));
        return send(asked, options, body);
    }

    private Uni<UpstreamAnswer> send(UpstreamRequest asked, RequestOptions options, IncomingBody body) {
        return Uni.createFrom().emitter(asker -> {
            Exchange exchange = new Exchange(asked, asker, body, connections);
            // To a proxy Vert.x adds a header, for good.
            client.request(options.getProxyOptions() == null ? options : new RequestOptions(options))
                    .onComplete(request -> send(exchange, request), exchange::fail);
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

    private void reload(SSLOptions now) {
        client.updateSSLOptions(now).onFailure(failure -> LOG.error("New certificates can't be used", failure));
    }

    private RequestOptions to(RequestOptions options, URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return options.setProxyOptions(proxies.to(url).orElse(null))
                .setSsl(Target.isSecure(url))
                .setHost(url.getHost())
                .setPort(Target.port(url))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    private RequestOptions request(UpstreamRequest asked) {
        return asked.target()
                .map(target -> to(new RequestOptions(request), target.url()))
                .orElseGet(() -> request(asked.question()));
    }

    private RequestOptions request(Question question) {
        if (question.parameters().isEmpty()) {
            return request;
        }
        return new RequestOptions(request).setURI(QueryParameters.add(request.getURI(), question.parameters()));
    }
}
