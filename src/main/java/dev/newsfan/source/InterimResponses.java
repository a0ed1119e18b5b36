package dev.newsfan.source;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Passes over responses that are only interim (RFC 9110, section 15.2). Vert.x does so with 100 and 103 and takes all others for
 * the answer (4.5.27, {@code Http1xClientConnection.handleResponseBegin}). HTTP/2 is left as it is: there one like that is told as
 * an error.
 */
final class InterimResponses extends ChannelInboundHandlerAdapter {

    private static final String NAME = "interim-responses";
    private static final String AFTER = "codec";

    private boolean passing;

    private InterimResponses() {}

    /** To be called on the connection's event loop, before its first answer at least. */
    static void passOver(HttpConnection connection) {
        if (connection instanceof ConnectionBase base && base.channel() != null) {
            ChannelPipeline pipeline = base.channel().pipeline();
            if (pipeline.get(NAME) == null && pipeline.get(AFTER) != null) {
                pipeline.addAfter(AFTER, NAME, new InterimResponses());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response
                && isUnknown(response.status().code())) {
            passing = true;
        }
        if (!passing) {
            context.fireChannelRead(message);
            return;
        }
        passing = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
    }

    private static boolean isUnknown(int status) {
        return status == 102 || status > 103 && status < 200;
    }
}
