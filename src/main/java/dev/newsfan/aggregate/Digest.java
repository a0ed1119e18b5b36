package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The merged articles with the source reports: the answer to one request.
 *
 * @param mode how the sources were asked
 * @param totalTime from the request's arrival until the digest was made
 * @param complete whether every source that was asked is ok, and none of them stale
 * @param duplicates how many articles gave way in the merge, before any filter or limit
 * @param sources a report for each source, in the sources' order
 * @param articles the merged articles, newest first, as many as were asked for
 * @param reuse how long it may be used again; it is not part of what is written
 */
@RegisterForReflection
public record Digest(
        Mode mode,
        Duration totalTime,
        boolean complete,
        int duplicates,
        List<SourceReport> sources,
        WrittenArticles articles,
        @JsonIgnore Reuse reuse) {

    public Digest {
        sources = List.copyOf(sources);
    }

    /** A digest that is complete if all its reports are of fresh answers. */
    static Digest of(Mode mode, Duration totalTime, List<SourceReport> sources, Merged merged, Reuse reuse) {
        boolean complete = sources.stream().allMatch(SourceReport::isFresh);
        return new Digest(mode, totalTime, complete, merged.duplicates(), sources, merged.articles(), reuse);
    }

    /**
     * What tells it apart from a digest with other news: the articles, what became of each source, and what follows from that. The
     * same for two that differ in times, threads and the mode alone.
     */
    public String version() {
        ContentHash hash =
                new ContentHash().and(articles.hash()).and(duplicates).and(complete);
        sources.forEach(source -> hash.and(source.name())
                .and(source.outcome().word())
                .and(source.stale().isPresent()));
        return hash.text();
    }

    /** Whether no source at all is ok: there is nothing to show. */
    public boolean failed() {
        return sources.stream().noneMatch(SourceReport::isOk);
    }

    /**
     * How long it would be in vain to ask again, if it failed as no source may be asked at this moment: policies forbid it, or the
     * sources themselves.
     */
    public Optional<Duration> refusal() {
        return failed() ? SourceReport.refusal(sources) : Optional.empty();
    }

    /** Whether it failed for lack of time alone: every source timed out or was skipped. */
    public boolean timedOut() {
        return sources.stream()
                .map(SourceReport::outcome)
                .allMatch(outcome -> outcome == Outcome.Kind.TIMEOUT || outcome == Outcome.Kind.SKIPPED);
    }
}
