package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.source.LastCall;
import dev.newsfan.source.PolicyState;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The enabled sources, as far as anyone may know them. */
@Singleton
public class SourceCatalog {

    private final Sources sources;

    SourceCatalog(Sources sources) {
        this.sources = sources;
    }

    /** As they are now, in their order; from any thread. */
    public List<Entry> sources() {
        return sources.inOrder().stream().map(SourceCatalog::entry).toList();
    }

    private static Entry entry(Source source) {
        return new Entry(
                source.name(),
                source.format(),
                source.formatFound(),
                source.timeout(),
                source.state(),
                source.lastCall(),
                source.newestArticle(),
                source.averageTime(),
                source.movedTo());
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
     * @param format how it writes its answer, as configured
     * @param formatFound how its last answer was written; empty if there was none
     * @param timeout the longest that a call may take
     * @param state what its policies hold
     * @param last how its last call went; empty if there was none
     * @param newest when the newest article of its last answer was published; empty if nobody knows
     * @param averageTime how long its last answers took on average; empty if there was none
     * @param movedTo where it says that it has moved for good, without a query; empty if it is where the configuration has it
     */
    @JsonInclude(Include.NON_ABSENT)
    public record Entry(
            String name,
            String format,
            Optional<String> formatFound,
            Duration timeout,
            PolicyState state,
            Optional<LastCall> last,
            Optional<Instant> newest,
            Optional<Duration> averageTime,
            Optional<String> movedTo) {}
}
