package dev.newsfan.source;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words what went wrong between us and a source. */
final class TransportFailure {

    private TransportFailure() {}

    /** The failure with a reason for people; a {@link SourceException} among its causes already has one. */
    static SourceException explain(Throwable failure) {
        return find(failure, SourceException.class).orElseGet(() -> new SourceException(reason(failure), failure));
    }

    /**
     * Whether a kept connection was closed before the request could be written to it. The source hasn't seen anything of
     * such a request, so it can be made again (RFC 9110, section 9.2.2).
     */
    static boolean isClosedBefore(Throwable failure) {
        return find(failure, ClosedChannelException.class).isPresent();
    }

    private static String reason(Throwable failure) {
        if (find(failure, UnknownHostException.class).isPresent()) {
            return "its host name is not known";
        }
        if (find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()) {
            return "it can't be connected to: refused, or no way there";
        }
        if (find(failure, SSLException.class).isPresent()) {
            return "no secure connection could be made to it (TLS)";
        }
        if (find(failure, StreamResetException.class).isPresent()
                || find(failure, SocketException.class).isPresent()) {
            return "it broke off the connection before its answer was complete";
        }
        if (find(failure, DecoderException.class).isPresent()
                || find(failure, IllegalArgumentException.class).isPresent()) {
            return "its answer is not proper HTTP";
        }
        return "the connection ended before its answer was complete";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        // A chain of causes may bite its own tail.
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
