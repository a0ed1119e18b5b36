package dev.newsfan.http;

import io.netty.handler.codec.http2.Http2Exception;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps out of the log that a caller has gone away or was cut off, which Quarkus and Netty take for an error of ours; and what else
 * a caller could have told without end.
 */
@Singleton
final class ClientDisconnects {

    /** What the operating systems say of a connection that the other side has given up. */
    private static final Set<String> HANG_UPS =
            Set.of("Connection reset by peer", "Connection reset", "Broken pipe", "Connection closed");

    /** What Netty says to who still writes, in an exception of no type of its own. */
    private static final String STREAM_IS_GONE = "Stream no longer exists";

    /** Kept here, as a logger that nobody keeps forgets its filter. */
    private final List<Logger> loggers = List.of(
            Logger.getLogger("org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler"),
            Logger.getLogger("io.quarkus.vertx.http.runtime.QuarkusErrorHandler"),
            Logger.getLogger("io.netty.channel.DefaultChannelPipeline"),
            Logger.getLogger("io.vertx.core.impl.ContextImpl"),
            Logger.getLogger("io.vertx.ext.web.RoutingContext"),
            Logger.getLogger("dev.newsfan.http.ExceptionMappers"),
            Logger.getLogger("dev.newsfan.http.LoopWatch"),
            Logger.getLogger("dev.newsfan.api.StreamResource"),
            Logger.getLogger("dev.newsfan.aggregate.Race"),
            Logger.getLogger("dev.newsfan.source.DroppedFailures"));

    private final RepeatedMistakes mistakes = new RepeatedMistakes(System::nanoTime);

    void quieten(@Observes StartupEvent start) {
        loggers.forEach(logger -> logger.setFilter(this::isWorthALine));
    }

    private boolean isWorthALine(LogRecord line) {
        return !isCauseOf(line.getThrown()) && mistakes.isWorthALine(line);
    }

    /**
     * Whether an answer failed as there was nobody to take it any more.
     *
     * @param failure may be null
     */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ClosedChannelException
                    || e instanceof HttpClosedException
                    || e instanceof StreamResetException
                    || e instanceof Http2Exception
                    || HANG_UPS.contains(String.valueOf(e.getMessage()))
                    || String.valueOf(e.getMessage()).startsWith(STREAM_IS_GONE)) {
                return true;
            }
        }
        return false;
    }
}
