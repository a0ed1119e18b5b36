package dev.newsfan.http;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out of the log that a reader of a stream has gone away, which Quarkus takes for an error of ours. */
@LoggingFilter(name = "client-disconnects")
final class ClientDisconnectFilter implements Filter {

    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(STREAMS.equals(line.getLoggerName()) && line.getThrown() instanceof IOException);
    }
}
