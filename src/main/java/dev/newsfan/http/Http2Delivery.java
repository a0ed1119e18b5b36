package dev.newsfan.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerResponse;

/** The way of an answer over HTTP/2, where it has a stream among others, and the caller lets as much through as he likes. */
final class Http2Delivery extends Delivery {

    private final Http2ConnectionHandler http2;
    private final ChannelHandlerContext context;
    private final Http2Stream stream;
    private final HttpServerResponse response;
    private final Stall stall;
    private long granted;

    Http2Delivery(
            Http2ConnectionHandler http2,
            ChannelHandlerContext context,
            Http2Stream stream,
            HttpServerResponse response,
            Stall stall) {
        this.http2 = http2;
        this.context = context;
        this.stream = stream;
        this.response = response;
        this.stall = stall;
    }

    @Override
    HttpServerResponse response() {
        return response;
    }

    /** Has to wait until the flow control has let the last frame through, which closes this side of the stream. */
    @Override
    void made() {
        if (context.executor().inEventLoop()) {
            sideClosed();
        } else {
            context.executor().execute(this::sideClosed);
        }
    }

    /** This side or the other or both are closed, or may be. */
    void sideClosed() {
        switch (stream.state()) {
            case HALF_CLOSED_LOCAL, CLOSED -> {
                if (response.ended()) {
                    flushed();
                } else {
                    over(false);
                }
            }
            default -> {}
        }
    }

    /** The frames have left the flow control; now they have to leave this machine's memory. */
    private void flushed() {
        ChannelPromise last = context.newPromise();
        last.addListener(gone -> over(gone.isSuccess()));
        context.writeAndFlush(Unpooled.EMPTY_BUFFER, last);
        if (stream.state() == Http2Stream.State.HALF_CLOSED_LOCAL) {
            // Who has the answer needn't go on sending the request (RFC 9113, section 8.1).
            reset(Http2Error.NO_ERROR);
        }
    }

    /** The caller lets more bytes through. */
    void grant(int bytes) {
        granted += bytes;
    }

    /** What has been let through less what may still come: the window alone is zero whenever a slow reader is looked at. */
    @Override
    boolean isStalled() {
        Http2RemoteFlowController flow = http2.encoder().flowController();
        return stall.noticed(flow.hasFlowControlled(stream), granted - flow.windowSize(stream));
    }

    @Override
    void cut() {
        reset(Http2Error.CANCEL);
    }

    private void reset(Http2Error why) {
        http2.resetStream(context, stream.id(), why.code(), context.newPromise());
        context.flush();
    }
}
