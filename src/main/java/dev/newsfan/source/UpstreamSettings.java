package dev.newsfan.source;

import dev.newsfan.config.SourceConfig;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How a source is asked, whichever client does it. */
final class UpstreamSettings {

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final SourceConfig config;
    private final URI url;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Consumer<HttpClientRequest> watch;

    /** @param connections how many there are in all */
    UpstreamSettings(String name, SourceConfig config, int connections) {
        this.config = config;
        this.url = URI.create(config.url().orElseThrow());
        headers.put(HttpHeaders.USER_AGENT.toString(), "Newsfan");
        headers.put(HttpHeaders.ACCEPT_ENCODING.toString(), Packing.ACCEPTED);
        headers.putAll(config.headers());
        watch = new BodyLimit(config.maxSize()).andThen(new Http2Check(name, config.http2(), connections));
    }

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

    Duration timeout() {
        return config.timeout();
    }

    /** Is given each request before it is sent: bounds what is gathered of its answer. */
    Consumer<HttpClientRequest> watch() {
        return watch;
    }

    /** @param connections the most that a client opens */
    HttpClientOptions options(int connections) {
        HttpClientOptions options = new HttpClientOptions();
        configure(options, connections);
        return options.setConnectTimeout((int) config.timeout().toMillis());
    }

    /** Sets what the REST client leaves to its user. */
    void configure(HttpClientOptions options, int connections) {
        options.setMaxPoolSize(connections)
                .setHttp2MaxPoolSize(connections)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) IDLE.toSeconds())
                .setHttp2KeepAliveTimeout((int) IDLE.toSeconds());
        if (config.http2()) {
            // Over https the peer may still choose 1.1 (ALPN); over http it may ignore the upgrade to h2c.
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
    }
}
