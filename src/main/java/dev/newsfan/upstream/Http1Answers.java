package dev.newsfan.upstream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Sees the answers on a connection of HTTP/1.1 before Vert.x does, and does two things that it doesn't (4.5.27, {@code
 * Http1xClientConnection}).
 *
 * <p>It passes over responses that are only interim (RFC 9110, section 15.2): Vert.x does so with 100 and 103 and takes all others
 * for the answer. And it tells when an answer is complete, which its listeners hear later, or never if it pauses: the connection
 * then serves the next one already. Of HTTP/2 an interim response is told as an error.
 */
final class Http1Answers extends ChannelInboundHandlerAdapter {

    private static final String NAME = "newsfan-answers";
    private static final String AFTER = "codec";

    private static final Runnable NOBODY = () -> {};

    /** Of the request that is under way; kept no longer, as it holds a body. */
    private Runnable complete = NOBODY;

    private boolean passing;
    private boolean interim;

    private Http1Answers() {}

    /**
     * A request is about to be sent, the only one at a time. To be called on the connection's event loop.
     *
     * @param complete is run when all of its answer has arrived
     */
    static void await(Channel channel, Runnable complete) {
        ChannelPipeline pipeline = channel.pipeline();
        Http1Answers answers = (Http1Answers) pipeline.get(NAME);
        if (answers == null) {
            if (pipeline.get(AFTER) == null) {
                return;
            }
            answers = new Http1Answers();
            pipeline.addAfter(AFTER, NAME, answers);
        }
        answers.complete = complete;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            int status = response.status().code();
            interim = status >= 100 && status < 200;
            passing = interim && status != 100 && status != 101 && status != 103;
        }
        boolean last = message instanceof LastHttpContent;
        if (passing) {
            passing = !last;
            ReferenceCountUtil.release(message);
            return;
        }
        if (last && !interim) {
            complete.run();
            complete = NOBODY;
        }
        context.fireChannelRead(message);
    }
}
