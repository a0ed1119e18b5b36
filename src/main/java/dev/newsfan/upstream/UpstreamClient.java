package dev.newsfan.upstream;

import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;

/**
 * A source's HTTP client: {@link RestUpstream} or {@link VertxUpstream}, which do the same with the source's own URL, {@link
 * FailoverUpstream}, which makes up for what both can't, or {@link EventLoopClients}, which are several of them.
 *
 * <p>A client is used on a single event loop. It sends one GET each time that it is subscribed to, follows no redirect, bounds what
 * it gathers, and keeps no deadline but the caller's. Cancelling the subscription ends the call: the connection of HTTP/1.1 is
 * closed, the stream of HTTP/2 reset.
 */
@FunctionalInterface
interface UpstreamClient {

    /**
     * Emits the answer, whatever its status, or fails with what Vert.x says, or with a {@link SourceException}, or with an
     * {@link UnansweredException}.
     *
     * @param body is told of what arrives, once; the caller forgets it
     */
    Uni<UpstreamAnswer> get(UpstreamRequest request, IncomingBody body);
}
