package dev.newsfan.source;

import dev.newsfan.policy.Timing;
import dev.newsfan.upstream.UpstreamAnswer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;

/** What it takes to ask for the parts of a source's answer, where that is only an index. */
final class Parts {

    /** Whoever has more time has no deadline. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final AnswerReader reader;
    private final ComputePool.Lane lane;
    private final Timing timing;
    private final boolean obey;
    private final PartMemory memory;

    /**
     * Those of one source.
     *
     * @param lane where large ones are read
     * @param obey whether what the source says of their reuse counts
     */
    Parts(AnswerReader reader, ComputePool.Lane lane, Timing timing, boolean obey) {
        this.reader = reader;
        this.lane = lane;
        this.timing = timing;
        this.obey = obey;
        this.memory = new PartMemory(timing);
    }

    /** The part that an answer is, as plain JSON; it is kept, if it may be. */
    Uni<byte[]> read(URI url, UpstreamAnswer answer) {
        boolean keep = !obey || !CacheHeaderReader.read(answer, timing.now()).noStore();
        return lane.run(reader.weight(answer), () -> reader.part(answer)).invoke(body -> {
            if (keep) {
                memory.keep(url, body);
            }
        });
    }

    /** Emits null after this time. */
    Uni<Void> after(Duration time) {
        if (time.compareTo(LONGEST) > 0) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().emitter(asker -> {
            Runnable cancel = timing.after(time, () -> asker.complete(null));
            asker.onTermination(cancel);
        });
    }

    /** The most bytes that they may have together. */
    long maxSize() {
        return reader.maxSize();
    }

    PartMemory memory() {
        return memory;
    }

    Timing timing() {
        return timing;
    }
}
