package dev.newsfan.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes an HTTP/2 connection whose other side sends what is of no use without end (RFC 9113, section 10.5): pings, settings,
 * empty frames, frames of streams that have ended. Each has to be read and some are answered, which keeps the event loop from
 * everybody else, whatever deadline a call has.
 *
 * <p>All bytes that arrive count, and those of heads and bodies that somebody wants are taken back, with some more for the frames
 * that go with them.
 */
public final class Http2FloodGuard extends ChannelInboundHandlerAdapter {

    /** How many useless bytes may have come: some ten thousand frames, or what is still on its way to callers who have left. */
    private static final long MOST = 2 * 1024 * 1024;

    /** What a read counts at least, and a frame that has to be acted upon: one of a few bytes takes no less time. */
    private static final int LEAST = 1024;

    /** How many of them a useful frame makes up for. */
    private static final int PER_USEFUL_FRAME = 16 * 1024;

    private static final String NAME = "http2-flood-guard";

    private long useless;

    private Http2FloodGuard() {}

    /** Watches a connection, if it speaks HTTP/2 by now. To be called on its event loop, any number of times. */
    public static void watch(Channel channel) {
        ChannelHandlerContext http2 = channel.pipeline().context(Http2ConnectionHandler.class);
        if (http2 != null && channel.pipeline().get(NAME) == null) {
            Http2FloodGuard guard = new Http2FloodGuard();
            channel.pipeline().addBefore(http2.name(), NAME, guard);
            var decoder = ((Http2ConnectionHandler) http2.handler()).decoder();
            decoder.frameListener(guard.new Frames(decoder.frameListener()));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        useless += message instanceof ByteBuf bytes ? Math.max(LEAST, bytes.readableBytes()) : 0;
        if (useless > MOST) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Takes the useful frames back, and counts for more what makes work. */
    private final class Frames extends Http2FrameListenerDecorator {

        Frames(Http2FrameListener listener) {
            super(listener);
        }

        private void takeBack(int bytes) {
            useless = Math.max(0, useless - bytes - PER_USEFUL_FRAME);
        }

        private void count() throws Http2Exception {
            useless += LEAST;
            if (useless > MOST) {
                throw Http2Exception.connectionError(
                        Http2Error.ENHANCE_YOUR_CALM, "Too many frames that carry nothing");
            }
        }

        @Override
        public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
            count();
            super.onSettingsRead(context, settings);
        }

        @Override
        public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
            count();
            super.onPingRead(context, data);
        }

        @Override
        public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int bytes) throws Http2Exception {
            count();
            super.onWindowUpdateRead(context, stream, bytes);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean end)
                throws Http2Exception {
            takeBack(0);
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
            takeBack(0);
            super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, end);
        }

        @Override
        public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean end)
                throws Http2Exception {
            if (data.isReadable()) {
                takeBack(data.readableBytes() + padding);
            }
            return super.onDataRead(context, stream, data, padding, end);
        }
    }
}
