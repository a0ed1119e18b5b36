package dev.newsfan.upstream;

import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.wire.Http2FloodGuard;
import io.netty.channel.Channel;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.Http2UpgradeClientConnection;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.util.Optional;

/**
 * One request of a client and its answer, from beginning to end on one event loop.
 *
 * <p>It makes sure that whoever leaves ends this request and no other. A request that has no connection yet is ended as soon as
 * it has one, which would otherwise be lost to the pool; and one whose answer is complete isn't ended any more, as its
 * connection may be at work for the next one, which Vert.x would cut off (4.5.27, {@code Http1xClientConnection.reset}).
 */
final class Exchange {

    private final UpstreamRequest asked;
    private final UniEmitter<? super UpstreamAnswer> asker;
    private final IncomingBody body;
    private final OpenConnections connections;
    private HttpClientRequest request;
    private Optional<OpenConnections.Use> use = Optional.empty();
    private boolean answered;
    /** Why there is no answer, as Vert.x says it; the REST client tells it in words alone. */
    private Optional<Throwable> firstHand = Optional.empty();

    private Optional<InetAddress> peer = Optional.empty();
    private boolean over;
    private boolean complete;

    /**
     * An exchange that ends when nobody waits for it any more.
     *
     * @param connections count the one that it uses
     */
    Exchange(
            UpstreamRequest asked,
            UniEmitter<? super UpstreamAnswer> asker,
            IncomingBody body,
            OpenConnections connections) {
        this.asked = asked;
        this.asker = asker;
        this.body = body;
        this.connections = connections;
        body.requestWaits();
        asker.onTermination(this::leave);
    }

    /**
     * There is a connection. The request has to be sent even if nobody wants it any more, and is ended then: of HTTP/2, Vert.x
     * forgets to give back the place of a stream that ends before it began.
     */
    void begin(HttpClientRequest connected) {
        // The client hears of failures through the response; without this Vert.x logs them as well.
        connected.exceptionHandler(heardElsewhere -> {});
        request = connected;
        asked.steps().enter(StepKind.FIRST_BYTE);
        asked.question().known().ifPresent(known -> askWhetherItHolds(known.headers()));
        body.requestBegins();
        watch(connected.connection());
        connected.response().onComplete(this::receive, failure -> firstHand = Optional.of(failure));
        if (over) {
            ContextInternal.current().runOnContext(sent -> reset());
        }
    }

    private void askWhetherItHolds(CacheHeaders known) {
        known.etag().ifPresent(etag -> request.putHeader(HttpHeaders.IF_NONE_MATCH, etag));
        known.lastModified().ifPresent(date -> request.putHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
    }

    private void watch(HttpConnection connection) {
        switch (connection) {
            case Http2UpgradeClientConnection upgrade -> {
                use(upgrade.channel());
                // It speaks HTTP/1.1 until the answer to its first request; the first of a flood tells that it no
                // longer does.
                upgrade.remoteSettingsHandler(upgraded -> Http2FloodGuard.watch(upgrade.channel()));
                upgrade.pingHandler(upgraded -> Http2FloodGuard.watch(upgrade.channel()));
            }
            case ConnectionBase http2
            when request.version() == HttpVersion.HTTP_2 -> {
                use(http2.channel());
                Http2FloodGuard.watch(http2.channel());
            }
            case ConnectionBase http1 -> {
                use(http1.channel());
                Http1Answers.await(http1.channel(), this::complete);
            }
            case null, default -> {}
        }
    }

    private void use(Channel channel) {
        use = Optional.of(connections.use(channel));
    }

    private void receive(HttpClientResponse response) {
        answered = true;
        asked.steps().enter(StepKind.BODY);
        if (asked.target().isPresent() || response.statusCode() / 100 == 3) {
            peer = address(request.connection().remoteAddress());
        }
        if (response.version() == HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase http2) {
            Http2FloodGuard.watch(http2.channel());
        }
        // Some time passes until the REST client tells of it.
        response.endHandler(end -> complete());
        body.of(request, response, this::fail);
    }

    private static Optional<InetAddress> address(SocketAddress peer) {
        return Optional.ofNullable(peer).map(SocketAddress::hostAddress).flatMap(PrivateAddresses::literal);
    }

    /** The answer is complete, though it may not be told yet. */
    void complete() {
        complete = true;
        over = true;
        use.ifPresent(OpenConnections.Use::end);
        asked.steps().rest();
        body.complete();
    }

    void answer(UpstreamAnswer answer) {
        complete();
        asker.complete(answer.from(peer));
    }

    void fail(Throwable failure) {
        over = true;
        use.ifPresent(OpenConnections.Use::end);
        if (request == null) {
            body.requestBegins();
        }
        Throwable reason = firstHand.orElse(failure);
        asker.fail(!answered && ConnectionFailures.isClosed(reason) ? new UnansweredException(reason) : reason);
    }

    private void leave() {
        if (!over) {
            over = true;
            if (request != null) {
                reset();
            }
        }
    }

    /** On a loop that lags behind, the answer to a request that nobody wanted may have come by now. */
    private void reset() {
        if (!complete) {
            request.reset();
            use.ifPresent(OpenConnections.Use::end);
        }
    }
}
