package dev.newsfan.upstream;

import dev.newsfan.config.SourceConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Asks a source by the REST client that Quarkus makes of {@link UpstreamApi}. */
final class RestUpstream implements UpstreamClient {

    private static final byte[] NONE = {};
    private static final String EXCHANGE = Exchange.class.getName();

    private final UpstreamApi api;
    private final OpenConnections counted;

    /** @param connections the most that it opens */
    RestUpstream(UpstreamSettings settings, int connections) {
        QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // None: it would cover the head of an answer only, and the deadline that counts covers all of it.
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // It would unpack before anybody can count; Packing does it. Otherwise quarkus.http.enable-compression
                // counts.
                .enableCompression(false)
                .disableDefaultMapper(true)
                .register(new WholeBodyReader())
                // What the options say of it is overwritten with 50 if this isn't set.
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, connections)
                .property(QuarkusRestClientProperties.STATIC_HEADERS, settings.headers())
                .httpClientOptionsCustomizer(options -> settings.configure(
                        options.setProxyOptions(
                                settings.proxies().to(settings.url()).orElse(options.getProxyOptions())),
                        connections))
                .httpClientRequestCustomizer(RestUpstream.watch(settings.watch()));
        if (settings.proxies().areSaid()) {
            // Of what Quarkus or the JVM have been told, nothing counts then.
            builder.proxyAddress(SourceConfig.NO_PROXY, 0);
        }
        settings.tls().ifPresent(tls -> builder.tlsConfiguration(tls.now()));
        api = build(builder);
        counted = settings.connections();
    }

    /** One after another: Quarkus notes who has to hear of new certificates, and on each event loop a client is made. */
    private static UpstreamApi build(QuarkusRestClientBuilder builder) {
        synchronized (RestUpstream.class) {
            return builder.build(UpstreamApi.class);
        }
    }

    @Override
    public Uni<UpstreamAnswer> get(UpstreamRequest request, IncomingBody body) {
        return Uni.createFrom().emitter(asker -> {
            Exchange exchange = new Exchange(request, asker, body, counted);
            ContextInternal context = ContextInternal.current().duplicate();
            context.putLocal(EXCHANGE, exchange);
            // Never cancelled, as the client forgets a request which then has no connection yet, but not its
            // connection.
            context.dispatch(begin -> api.get(request.question().parameters())
                    .subscribe()
                    .with(response -> exchange.answer(answer(response)), exchange::fail));
        });
    }

    private static Consumer<HttpClientRequest> watch(Consumer<HttpClientRequest> also) {
        Consumer<HttpClientRequest> first = RestUpstream::begin;
        return first.andThen(also);
    }

    /** The client doesn't say whose request it is, but keeps to the context in which it was asked. */
    private static void begin(HttpClientRequest request) {
        Exchange exchange = ContextInternal.current().getLocal(EXCHANGE);
        exchange.begin(request);
    }

    private static UpstreamAnswer answer(RestResponse<?> response) {
        // With an error the entity is something else, and nobody reads it.
        byte[] body = response.getEntity() instanceof byte[] bytes ? bytes : NONE;
        return new UpstreamAnswer(response.getStatus(), response::getHeaderString, body);
    }
}
