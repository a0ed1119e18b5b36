package dev.newsfan.upstream;

import dev.newsfan.config.SourceConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SSLOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How a source is asked, whichever client does it. */
final class UpstreamSettings {

    /** The largest head of an answer, in bytes: some send cookies by the dozen. */
    static final int LARGEST_HEAD = 64 * 1024;

    /** How long a connection is kept that nobody uses. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final String USER_AGENT = "Newsfan/1.0 (news aggregator)";

    private final SourceConfig config;
    private final Route route;
    private final URI url;
    private final Map<String, String> ours = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Consumer<HttpClientRequest> watch;
    private final OpenConnections connections = new OpenConnections();

    /**
     * For all clients of a source.
     *
     * @param connections how many there are in all
     * @param accept the media types of its format, as the header has them
     * @param route how it is reached
     */
    UpstreamSettings(String name, SourceConfig config, int connections, String accept, Route route) {
        this.config = config;
        this.route = route;
        // The fragment is not for the source.
        String own = config.url().orElseThrow().replaceFirst("#.*", "");
        this.url = URI.create(QueryParameters.add(own, config.params()));
        ours.put(HttpHeaders.USER_AGENT.toString(), USER_AGENT);
        ours.put(HttpHeaders.ACCEPT.toString(), accept);
        ours.put(HttpHeaders.ACCEPT_ENCODING.toString(), Packing.ACCEPTED);
        headers.putAll(ours);
        headers.putAll(config.headers());
        watch = new Http2Check(name, config.http2(), connections);
    }

    /** With all parameters, a key among them perhaps: it is never shown. */
    URI url() {
        return url;
    }

    String urlWithoutQuery() {
        return url.toString().replaceFirst("[?#].*", "");
    }

    /** All request headers, those of the configuration in place of ours. */
    Map<String, String> headers() {
        return headers;
    }

    /** The headers of a request to another origin: none of the configuration, as there may be keys among them. */
    Map<String, String> headersElsewhere() {
        return ours;
    }

    Duration timeout() {
        return config.timeout();
    }

    /** The longest that making a connection may take: a third of all, so that there is time left for another address. */
    Duration connectTimeout() {
        return Duration.ofMillis(Math.max(1, config.timeout().toMillis() / 3));
    }

    /** Is given each request before it is sent. */
    Consumer<HttpClientRequest> watch() {
        return watch;
    }

    /** Counts those of all its clients. */
    OpenConnections connections() {
        return connections;
    }

    Proxies proxies() {
        return route.proxies();
    }

    Optional<Route.Tls> tls() {
        return route.tls();
    }

    /**
     * For a Vert.x client.
     *
     * @param connections the most that it opens
     * @param own whether to the source's own origin, which alone is shown who asks
     */
    HttpClientOptions options(int connections, boolean own) {
        HttpClientOptions options = new HttpClientOptions();
        configure(options, connections);
        if (!own) {
            options.setKeyCertOptions(null);
        }
        return options.setConnectTimeout((int) connectTimeout().toMillis());
    }

    /** The same of certificates that have changed. */
    SSLOptions options(TlsConfiguration now, boolean own) {
        SSLOptions options = new SSLOptions(now.getSSLOptions())
                .setUseAlpn(config.http2())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(connectTimeout().toMillis());
        return own ? options : options.setKeyCertOptions(null);
    }

    /** For a client that keeps none: each request gets a connection of its own, as long as nobody waits for it. */
    HttpClientOptions newConnections(int connections, boolean own) {
        // Those that nobody waits for any more are still being made.
        HttpClientOptions options = options(2 * connections, own);
        return options.setConnectTimeout((int) config.timeout().toMillis())
                .setSslHandshakeTimeout(config.timeout().toMillis())
                .setKeepAlive(false)
                .setHttp2KeepAliveTimeout(1);
    }

    /** Sets what the REST client leaves to its user. */
    void configure(HttpClientOptions options, int connections) {
        // Before the rest, of which it sets some to what it has itself.
        route.tls().ifPresent(tls -> TlsConfigUtils.configure(options, tls.now()));
        options.setMaxHeaderSize(LARGEST_HEAD)
                .setMaxInitialLineLength(LARGEST_HEAD)
                .setInitialSettings(options.getInitialSettings().setMaxHeaderListSize(LARGEST_HEAD))
                .setSslHandshakeTimeout(connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(connections)
                .setHttp2MaxPoolSize(connections)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) IDLE.toSeconds())
                .setHttp2KeepAliveTimeout((int) IDLE.toSeconds());
        options.setUseAlpn(false);
        if (config.http2()) {
            // Over https the peer may still choose 1.1 (ALPN); over http it may ignore the upgrade to h2c.
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
    }
}
