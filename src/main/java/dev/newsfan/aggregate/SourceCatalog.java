package dev.newsfan.aggregate;

import dev.newsfan.source.Sources;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The enabled sources, as far as anyone may know them. */
@Singleton
public class SourceCatalog {

    private final List<Entry> sources;

    SourceCatalog(Sources sources) {
        this.sources = sources.inOrder().stream()
                .map(source -> new Entry(source.name(), source.format(), source.timeout()))
                .toList();
    }

    /** In their order; from any thread. */
    public List<Entry> sources() {
        return sources;
    }

    /** Their names, in the same order; from any thread. */
    public List<String> names() {
        return sources.stream().map(Entry::name).toList();
    }

    /**
     * What anyone may know of a source.
     *
     * @param name as in the configuration
     * @param format how it writes its answer
     * @param timeout the longest that a call may take
     */
    public record Entry(String name, String format, Duration timeout) {}
}
