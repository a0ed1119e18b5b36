package dev.newsfan.aggregate;

import dev.newsfan.source.PolicyState;
import dev.newsfan.source.Sources;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The enabled sources, as far as anyone may know them. */
@Singleton
public class SourceCatalog {

    private final Sources sources;

    SourceCatalog(Sources sources) {
        this.sources = sources;
    }

    /** As they are now, in their order; from any thread. */
    public List<Entry> sources() {
        return sources.inOrder().stream()
                .map(source -> new Entry(source.name(), source.format(), source.timeout(), source.state()))
                .toList();
    }

    /** Their names, in the same order; from any thread. */
    public List<String> names() {
        return sources.names();
    }

    /** Whether the configuration lets an answer of any of them serve more than once. */
    public boolean isCached() {
        return sources.inOrder().stream().anyMatch(source -> source.freshFor().isPositive());
    }

    /**
     * What anyone may know of a source.
     *
     * @param name as in the configuration
     * @param format how it writes its answer
     * @param timeout the longest that a call may take
     * @param state what its policies hold
     */
    public record Entry(String name, String format, Duration timeout, PolicyState state) {}
}
