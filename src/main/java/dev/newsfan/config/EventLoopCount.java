package dev.newsfan.config;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * One event loop where there is one processor, unless the configuration says otherwise. Quarkus has two at least, and a request
 * whose loops take turns on a processor costs about a fifth more (docs/load-lab.md).
 *
 * <p>In production only: dev mode and tests show what several loops do. It has no names of keys to tell, so that a build on
 * one processor leaves nothing of it in the package.
 */
public final class EventLoopCount implements ConfigSource {

    static final String KEY = "%prod.quarkus.vertx.event-loops-pool-size";
    static final int LESS_THAN_ANY_OTHER = Integer.MIN_VALUE + 1000;

    private final int processors;

    /** Of the machine, or of the container. */
    public EventLoopCount() {
        this(Runtime.getRuntime().availableProcessors());
    }

    EventLoopCount(int processors) {
        this.processors = processors;
    }

    @Override
    public String getName() {
        return "one event loop where there is one processor";
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String key) {
        return key.equals(KEY) && processors == 1 ? "1" : null;
    }

    @Override
    public int getOrdinal() {
        return LESS_THAN_ANY_OTHER;
    }
}
