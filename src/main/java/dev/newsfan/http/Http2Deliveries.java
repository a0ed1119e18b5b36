package dev.newsfan.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers under way on one HTTP/2 connection, which hear how their streams fare. On its event loop alone. */
final class Http2Deliveries extends Http2ConnectionAdapter {

    private final Map<Integer, Http2Delivery> open = new HashMap<>();
    private final Http2ConnectionHandler http2;
    private final ChannelHandlerContext context;
    private final Duration writeLimit;

    Http2Deliveries(Http2ConnectionHandler http2, ChannelHandlerContext context, Duration writeLimit) {
        this.http2 = http2;
        this.context = context;
        this.writeLimit = writeLimit;
        http2.connection().addListener(this);
        http2.decoder()
                .frameListener(new Http2FrameListenerDecorator(http2.decoder().frameListener()) {
                    @Override
                    public void onWindowUpdateRead(ChannelHandlerContext reader, int stream, int bytes)
                            throws Http2Exception {
                        grant(stream, bytes);
                        super.onWindowUpdateRead(reader, stream, bytes);
                    }
                });
    }

    /** The way of a stream's answer; one that is gone already is over at once. */
    Delivery begin(HttpServerResponse response) {
        Http2Stream stream = http2.connection().stream(response.streamId());
        if (stream == null) {
            return new LostDelivery(response);
        }
        Http2Delivery delivery = new Http2Delivery(http2, context, stream, response, new Stall(writeLimit));
        open.put(stream.id(), delivery);
        delivery.whenOver(_ -> open.remove(stream.id()));
        return delivery;
    }

    private void grant(int stream, int bytes) {
        Optional.ofNullable(open.get(stream)).ifPresent(delivery -> delivery.grant(bytes));
    }

    @Override
    public void onStreamHalfClosed(Http2Stream stream) {
        sideClosed(stream);
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        sideClosed(stream);
    }

    private void sideClosed(Http2Stream stream) {
        Optional.ofNullable(open.get(stream.id())).ifPresent(Http2Delivery::sideClosed);
    }
}
