package dev.newsfan.desk;

import dev.newsfan.fanout.Mode;
import dev.newsfan.news.Digest;
import dev.newsfan.news.SourceReport;
import java.time.Duration;

/** Something that happened in a race between modes. */
public sealed interface RaceEvent {

    /** The mode that it happened to. */
    Mode mode();

    /** A mode has asked a source, on this thread and this long after the request's arrival. */
    record Started(Mode mode, String source, Duration at, String thread) implements RaceEvent {}

    /** A source has answered a mode, or failed it, or was skipped by it. */
    record Answered(Mode mode, SourceReport report) implements RaceEvent {}

    /** A mode has its digest. */
    record Finished(Mode mode, Digest digest) implements RaceEvent {}

    /** A mode could not make a digest, which is a mistake of ours. */
    record Broken(Mode mode) implements RaceEvent {}
}
