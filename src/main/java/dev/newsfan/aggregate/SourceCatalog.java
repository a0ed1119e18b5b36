package dev.newsfan.aggregate;

import dev.newsfan.source.Sources;
import jakarta.inject.Singleton;
import java.util.List;

/** The enabled sources, as far as anyone may know them. */
@Singleton
public class SourceCatalog {

    private final List<SourceInfo> sources;

    SourceCatalog(Sources sources) {
        this.sources = sources.inOrder().stream()
                .map(source -> new SourceInfo(source.name(), source.format(), source.timeout()))
                .toList();
    }

    /** In their order; from any thread. */
    public List<SourceInfo> sources() {
        return sources;
    }

    /** Their names, in the same order; from any thread. */
    public List<String> names() {
        return sources.stream().map(SourceInfo::name).toList();
    }
}
