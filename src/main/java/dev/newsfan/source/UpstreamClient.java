package dev.newsfan.source;

import dev.newsfan.config.SourceConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Builds a source's REST client, with a pool of connections for this source alone. */
final class UpstreamClient {

    private static final Duration IDLE = Duration.ofSeconds(60);

    private UpstreamClient() {}

    static UpstreamApi of(String name, SourceConfig config, int connections) {
        ClientRequestFilter headers = request -> config.headers().forEach(request.getHeaders()::putSingle);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(config.url().orElseThrow()))
                .connectTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                // It covers the head of an answer only. The deadline that counts covers all of it and comes first.
                .readTimeout(config.timeout().plus(IDLE).toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .enableCompression(true)
                .userAgent("Newsfan")
                .register(headers)
                // Of HTTP/1.1 and HTTP/2 alike. What the options say of it below is overwritten with 50 if this isn't
                // set.
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, connections)
                .httpClientOptionsCustomizer(options -> connections(options, config))
                .httpClientRequestCustomizer(
                        new BodyLimit(config.maxSize()).andThen(new Http2Check(name, config.http2(), connections)))
                .build(UpstreamApi.class);
    }

    private static void connections(HttpClientOptions options, SourceConfig config) {
        options.setKeepAlive(true).setKeepAliveTimeout((int) IDLE.toSeconds()).setHttp2KeepAliveTimeout((int)
                IDLE.toSeconds());
        if (config.http2()) {
            // Over https the peer may still choose 1.1 (ALPN); over http it may ignore the upgrade to h2c.
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
    }
}
