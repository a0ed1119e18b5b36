package dev.newsfan.source;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds a source's REST client, with a pool of connections for this source alone. */
final class UpstreamClient {

    private static final Duration IDLE = Duration.ofSeconds(60);

    private UpstreamClient() {}

    static UpstreamApi of(SourceConfig config, int connections) {
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
                .httpClientOptionsCustomizer(options -> pool(options, config, connections))
                .httpClientRequestCustomizer(new BodyLimit(config.maxSize().asLongValue()))
                .build(UpstreamApi.class);
    }

    private static void pool(HttpClientOptions options, SourceConfig config, int connections) {
        options.setKeepAlive(true)
                .setKeepAliveTimeout((int) IDLE.toSeconds())
                .setHttp2KeepAliveTimeout((int) IDLE.toSeconds())
                .setMaxPoolSize(connections)
                .setHttp2MaxPoolSize(connections);
        if (config.http2()) {
            // Over https the peer may still choose 1.1 (ALPN); over http it may ignore the upgrade to h2c.
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
    }
}
