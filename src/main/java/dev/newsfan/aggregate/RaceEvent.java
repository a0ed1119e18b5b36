package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Progress;
import dev.newsfan.policy.SourceAnswer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** Something that happened in a race between modes. Each is an event of the stream, written as it is here. */
public sealed interface RaceEvent {

    /** The mode that it happened to. */
    Mode mode();

    static RaceEvent of(Mode mode, Progress<SourceAnswer> progress) {
        return switch (progress) {
            case Progress.Started<SourceAnswer>(var source, var at, var thread) ->
                new Started(mode, source, at, thread);
            case Progress.Answered<SourceAnswer>(var reply) -> new Answered(mode, reply.name(), SourceReport.of(reply));
        };
    }

    /** A mode has asked a source, on this thread and this long after the request's arrival. */
    @RegisterForReflection
    record Started(Mode mode, String source, Duration at, String thread) implements RaceEvent {}

    /** A source has answered a mode, or failed it, or was skipped by it. */
    @RegisterForReflection
    record Answered(Mode mode, String source, @JsonUnwrapped SourceReport report) implements RaceEvent {}

    /** A mode has its digest: the number of its articles, where its time went if that may be told, and the rest as in {@link Digest}. */
    @RegisterForReflection
    @JsonInclude(Include.NON_ABSENT)
    record Summary(
            Mode mode,
            Duration totalTime,
            boolean complete,
            int articles,
            int duplicates,
            Optional<Explanation> explain)
            implements RaceEvent {

        static Summary of(Mode mode, Digest digest, Optional<Explanation> explain) {
            return new Summary(
                    mode,
                    digest.totalTime(),
                    digest.complete(),
                    digest.articles().count(),
                    digest.duplicates(),
                    explain);
        }
    }

    /** A mode could not make a digest, which is a mistake of ours. */
    record Broken(Mode mode) implements RaceEvent {}
}
