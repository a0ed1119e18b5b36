package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Tells of a client's failure, however deep its cause lies, how far the call has come, and what to say of it. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    /** Whether the call can be made again, see {@link UnansweredException}. */
    static boolean isUnanswered(Throwable failure) {
        return find(failure, UnansweredException.class).isPresent();
    }

    /** Whether the connection, or the stream of HTTP/2, has been closed or refused by the other side. */
    static boolean isClosed(Throwable failure) {
        return find(failure, ClosedChannelException.class).isPresent()
                || find(failure, HttpClosedException.class).isPresent()
                || find(failure, StreamResetException.class)
                        .filter(reset -> reset.getCode() == Http2Error.REFUSED_STREAM.code())
                        .isPresent()
                || find(failure, IOException.class)
                        .filter(broken -> String.valueOf(broken.getMessage()).startsWith("Connection reset"))
                        .isPresent();
    }

    /** Whether there was no connection, or none in time, so that another address may serve. */
    static boolean isNotConnected(Throwable failure) {
        return find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()
                || find(failure, UnknownHostException.class).isPresent()
                || isSlow(failure);
    }

    /** Whether a proxy has said that there is no connection. */
    static boolean isProxys(Throwable failure) {
        return find(failure, ProxyConnectException.class).isPresent();
    }

    /** Of those that are not connected, whether the other side or the way there has said no. */
    static boolean isRefused(Throwable failure) {
        return find(failure, UnknownHostException.class).isEmpty() && !isSlow(failure);
    }

    private static boolean isSlow(Throwable failure) {
        return find(failure, ConnectTimeoutException.class).isPresent()
                || find(failure, SslHandshakeTimeoutException.class).isPresent()
                || find(failure, TimeoutException.class).isPresent();
    }

    /** The first of this type in the chain of causes. */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        // A chain of causes may bite its own tail.
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /**
     * The failure with a reason for people; a {@link SourceException} among its causes already has one. What is not answered can be
     * asked again at once.
     */
    static SourceException explain(Throwable failure) {
        return find(failure, SourceException.class)
                .orElseGet(() -> new SourceException(
                        isUnanswered(failure) ? reason(failure).notBefore(Duration.ZERO) : reason(failure), failure));
    }

    private static FailureReason reason(Throwable failure) {
        if (find(failure, UnknownHostException.class).isPresent()) {
            return FailureReason.unknownHost();
        }
        if (isProxys(failure)) {
            return FailureReason.proxy();
        }
        if (isNotConnected(failure)) {
            return FailureReason.notConnected();
        }
        Optional<SSLException> notSecure = find(failure, SSLException.class);
        if (notSecure.isPresent()) {
            return TlsFailures.reason(notSecure.get());
        }
        if (find(failure, StreamResetException.class).isPresent()
                || find(failure, SocketException.class).isPresent()) {
            return FailureReason.brokenOff();
        }
        if (find(failure, TooLongFrameException.class).isPresent()) {
            return FailureReason.headTooLarge(UpstreamSettings.LARGEST_HEAD);
        }
        if (find(failure, DecoderException.class).isPresent()
                || find(failure, Http2Exception.class).isPresent()
                || find(failure, IllegalArgumentException.class).isPresent()) {
            return FailureReason.notHttp();
        }
        return FailureReason.ended();
    }
}
