package dev.newsfan.telemetry;

import dev.newsfan.config.NewsfanConfig;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Has the console write in the format that is configured, from before the first of our beans is made: from the sources on, whatever
 * is told of the start is told in it, also that the configuration is wrong.
 */
@Singleton
final class LogFormats {

    /** Kept here, as a logger that nobody keeps forgets its handlers. */
    private final Logger root = Logger.getLogger("");

    private final NewsfanConfig config;

    LogFormats(NewsfanConfig config) {
        this.config = config;
    }

    /** The routes are the first that is made, and those who make them need the sources. */
    void begin(@Observes @Priority(Integer.MIN_VALUE) Router router) {
        if (config.logFormat() == NewsfanConfig.LogFormat.JSON) {
            consoles(List.of(root.getHandlers())).forEach(console -> console.setFormatter(new JsonLines()));
        }
    }

    /** Quarkus puts its handlers into others. */
    private static Stream<Handler> consoles(List<Handler> handlers) {
        return handlers.stream().flatMap(handler -> switch (handler) {
            case ConsoleHandler console -> Stream.of(console);
            case ExtHandler outer -> consoles(List.of(outer.getHandlers()));
            default -> Stream.empty();
        });
    }
}
