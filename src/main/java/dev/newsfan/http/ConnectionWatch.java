package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import dev.newsfan.wire.Http2FloodGuard;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One connection of a caller: what is under way on it, and whether the caller does his part. On its event loop alone. */
final class ConnectionWatch {

    private final Channel channel;
    private final CallerLimits limits;
    private final Runnable cutOff;
    private final Stall stall;
    private final Set<Delivery> open = new HashSet<>();
    private Optional<Delivery> last = Optional.empty();
    private Optional<Http2Deliveries> http2 = Optional.empty();
    private Budget quiet;
    private boolean going;

    /** @param cutOff hears of each answer that is given up */
    ConnectionWatch(Channel channel, CallerLimits limits, Runnable cutOff) {
        this.channel = channel;
        this.limits = limits;
        this.cutOff = cutOff;
        this.stall = new Stall(limits.write());
        this.quiet = Budget.startingNow(limits.head());
    }

    /** The answer that has to be written before another request is looked at; over HTTP/2 there is none. */
    Optional<Delivery> unwritten(HttpServerRequest next) {
        return next.version() == HttpVersion.HTTP_2 ? Optional.empty() : last.filter(open::contains);
    }

    /** A request has come by it. */
    Delivery begin(HttpServerRequest request) {
        if (!channel.isOpen()) {
            // What was sent at once is handed on one after another, also when the connection is gone meanwhile.
            return new LostDelivery(request.response());
        }
        Delivery delivery = request.version() == HttpVersion.HTTP_2
                ? http2().begin(request.response())
                : new Http1Delivery(this, (ConnectionBase) request.connection(), request.response());
        open.add(delivery);
        last = Optional.of(delivery);
        delivery.whenOver(_ -> ended(delivery));
        return delivery;
    }

    private Http2Deliveries http2() {
        if (http2.isEmpty()) {
            ChannelHandlerContext context = channel.pipeline().context(Http2ConnectionHandler.class);
            var handler = (Http2ConnectionHandler) context.handler();
            http2 = Optional.of(new Http2Deliveries(handler, context, limits.write()));
            Http2FloodGuard.watch(channel);
        }
        return http2.get();
    }

    /**
     * Has a request go its way, unless the one before it is just going: what is answered at once and written at once has the next
     * one, if that was sent with it, begin within itself.
     *
     * @return whether it did
     */
    boolean goes(Runnable way) {
        if (going) {
            return false;
        }
        going = true;
        try {
            way.run();
        } finally {
            going = false;
        }
        return true;
    }

    private void ended(Delivery delivery) {
        open.remove(delivery);
        if (open.isEmpty()) {
            quiet = Budget.startingNow(limits.idle());
        }
    }

    /** The connection is gone, and with it whatever was under way. */
    void closed() {
        List.copyOf(open).forEach(delivery -> delivery.over(false));
    }

    /** Gives up what a caller doesn't take, and the connection if he asks for nothing. */
    void check() {
        Http2FloodGuard.watch(channel);
        if (isStalled()) {
            open.forEach(_ -> cutOff.run());
            cut();
        }
        for (Delivery delivery : List.copyOf(open)) {
            if (channel.isOpen() && delivery.isTooSlow(limits)) {
                cutOff.run();
                delivery.cut();
            }
        }
        if (channel.isOpen() && open.isEmpty() && quiet.left().isZero()) {
            close();
        }
    }

    /** As Netty's own IdleStateHandler looks at it: what waits for the socket, and how much of the first is through. */
    private boolean isStalled() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null) {
            return false;
        }
        long progress = 31 * (31 * waiting.totalPendingWriteBytes() + waiting.currentProgress())
                + System.identityHashCode(waiting.current());
        return stall.noticed(waiting.totalPendingWriteBytes() > 0, progress);
    }

    /** Ends it with a reset: what the operating system still holds for a caller who doesn't read is not worth keeping. */
    void cut() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        close();
    }

    /** Past all handlers, some of which would say good-bye first and wait for it to be heard. */
    private void close() {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null) {
            channel.close();
        } else {
            first.close();
        }
    }
}
