package dev.newsfan.source;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http2UpgradeClientConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends an HTTP/2 connection whose other side sends frames without end that carry nothing (RFC 9113, section 10.5): each has to be
 * read, and some answered, which keeps the event loop from everybody else, whatever deadline its calls have.
 */
final class Http2FloodGuard extends Http2FrameListenerDecorator {

    /** How many of them may come in a row, without anything of an answer; usually it is one or two. */
    private static final int MOST = 1_000;

    private static final AttributeKey<Http2FloodGuard> KEY = AttributeKey.valueOf(Http2FloodGuard.class.getName());

    private int empty;

    private Http2FloodGuard(Http2FrameListener listener) {
        super(listener);
    }

    /** To be called on the connection's event loop, any number of times. */
    static void watch(HttpConnection connection) {
        if (connection instanceof Http2UpgradeClientConnection upgrade) {
            // It speaks HTTP/1.1 until the answer to its first request; the first of a flood tells that it no longer
            // does.
            upgrade.remoteSettingsHandler(upgraded -> watch(upgrade.channel()));
            upgrade.pingHandler(upgraded -> watch(upgrade.channel()));
            watch(upgrade.channel());
        } else if (connection instanceof ConnectionBase base && base.channel() != null) {
            watch(base.channel());
        }
    }

    private static void watch(Channel channel) {
        Http2ConnectionHandler http2 = channel.pipeline().get(Http2ConnectionHandler.class);
        if (http2 != null && !channel.hasAttr(KEY)) {
            Http2FloodGuard guard = new Http2FloodGuard(http2.decoder().frameListener());
            channel.attr(KEY).set(guard);
            http2.decoder().frameListener(guard);
        }
    }

    private void count() throws Http2Exception {
        if (++empty > MOST) {
            throw Http2Exception.connectionError(
                    Http2Error.ENHANCE_YOUR_CALM, "More than %d frames without anything of an answer", MOST);
        }
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean end)
            throws Http2Exception {
        empty = 0;
        super.onHeadersRead(context, stream, headers, padding, end);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean end)
            throws Http2Exception {
        empty = 0;
        super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, end);
    }

    @Override
    public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean end)
            throws Http2Exception {
        if (data.isReadable()) {
            empty = 0;
        } else {
            count();
        }
        return super.onDataRead(context, stream, data, padding, end);
    }

    @Override
    public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
        count();
        super.onPingRead(context, data);
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        count();
        super.onSettingsRead(context, settings);
    }

    @Override
    public void onPriorityRead(
            ChannelHandlerContext context, int stream, int dependency, short weight, boolean exclusive)
            throws Http2Exception {
        count();
        super.onPriorityRead(context, stream, dependency, weight, exclusive);
    }

    @Override
    public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int bytes) throws Http2Exception {
        count();
        super.onWindowUpdateRead(context, stream, bytes);
    }

    @Override
    public void onUnknownFrame(ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
            throws Http2Exception {
        count();
        super.onUnknownFrame(context, type, stream, flags, payload);
    }
}
