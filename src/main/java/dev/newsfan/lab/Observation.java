package dev.newsfan.lab;

import dev.newsfan.lab.Heartbeat.LoopReport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Follows the beats of all loops until each has beaten after the end. */
final class Observation implements Consumer<Beat> {

    private final Map<String, LoopReport> reports = new LinkedHashMap<>();
    private final SequencedSet<String> awaited;
    private final CompletableFuture<List<LoopReport>> ended = new CompletableFuture<>();
    private boolean over;

    /** @param loops the names of all loops */
    Observation(SequencedSet<String> loops) {
        this.awaited = new LinkedHashSet<>(loops);
        loops.forEach(loop -> reports.put(loop, new LoopReport(loop, 0, Duration.ZERO)));
    }

    @Override
    public synchronized void accept(Beat beat) {
        if (!awaited.contains(beat.loop())) {
            return;
        }
        reports.computeIfPresent(beat.loop(), (loop, before) -> with(before, beat.pause()));
        if (over && awaited.remove(beat.loop()) && awaited.isEmpty()) {
            ended.complete(List.copyOf(reports.values()));
        }
    }

    private static LoopReport with(LoopReport before, Duration pause) {
        Duration longest = pause.compareTo(before.longestPause()) > 0 ? pause : before.longestPause();
        return new LoopReport(before.loop(), before.beats() + 1, longest);
    }

    /** What was observed has ended now. Emits the reports as soon as every loop has beaten once more. */
    Uni<List<LoopReport>> end() {
        synchronized (this) {
            over = true;
        }
        return Uni.createFrom().completionStage(ended);
    }
}
