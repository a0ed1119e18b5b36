package dev.newsfan.source;

import dev.newsfan.policy.SourceException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.VertxException;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Hears of failures that nobody waits for any more. That a source has failed when its caller had gone is no news, and Mutiny would
 * write a stack for each: a crowd that leaves fills the log. What else is dropped is a mistake of ours, and is told as often
 * as the room {@code http} has mistakes told. Safe for all threads.
 */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@Singleton
final class DroppedFailures {

    private static final Logger LOG = Logger.getLogger(DroppedFailures.class);

    @PostConstruct
    void listen() {
        Infrastructure.setDroppedExceptionHandler(this::drop);
    }

    void drop(Throwable failure) {
        if (isOfASource(failure)) {
            LOG.debug("A source failed, and nobody waited for it any more", failure);
        } else {
            LOG.error("Something failed inside Newsfan, and nobody waited for it any more", failure);
        }
    }

    private static boolean isOfASource(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, some -> some.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .anyMatch(cause -> cause instanceof SourceException
                        || cause instanceof IOException
                        || cause instanceof VertxException
                        || cause instanceof CancellationException);
    }
}
