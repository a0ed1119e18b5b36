package dev.newsfan.lab.eventloops;

import dev.newsfan.lab.ExclusiveRun;
import dev.newsfan.lab.eventloops.Heartbeat.Tick;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Watches the event loops while an experiment does something to them: one at a time, so that each sees its own doing only. */
@Singleton
public class LoopWatch {

    private final ExclusiveRun turn = new ExclusiveRun("Another experiment that watches the event loops is under way");
    private final Heartbeat heartbeat;
    private final EventLoops loops;

    LoopWatch(Heartbeat heartbeat, EventLoops loops) {
        this.heartbeat = heartbeat;
        this.loops = loops;
    }

    /** Runs an experiment to its end, unless another is under way. */
    public <T> Uni<T> inTurn(Supplier<Uni<T>> experiment) {
        return turn.run(experiment);
    }

    /** Watches all loops while something runs, and until each has ticked once more after it. */
    public <T> Uni<Observed<T>> during(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Set<Tick> seen = ConcurrentHashMap.newKeySet();
            Cancellable watching = heartbeat.ticks().subscribe().with(seen::add);
            return work.get()
                    .flatMap(item -> nextOfEach().invoke(seen::addAll).map(last -> new Observed<>(item, reports(seen))))
                    .onTermination()
                    .invoke(watching::cancel);
        });
    }

    private Uni<List<Tick>> nextOfEach() {
        var distinct = heartbeat.ticks().select().distinct(Comparator.comparing(Tick::loop));
        return distinct.select().first(loops.names().size()).collect().asList();
    }

    private List<LoopReport> reports(Set<Tick> seen) {
        return loops.names().stream()
                .map(loop -> {
                    var ticks = seen.stream()
                            .filter(tick -> tick.loop().equals(loop))
                            .toList();
                    return new LoopReport(
                            loop, ticks.size(), longest(ticks.stream().map(Tick::pause)));
                })
                .toList();
    }

    private static Duration longest(Stream<Duration> pauses) {
        return pauses.max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** What came of the work, and what the loops did meanwhile. */
    public record Observed<T>(T item, List<LoopReport> loops) {

        /** @param time that the work took */
        public Figures measured(Duration time) {
            return new Figures(
                    Optional.of(time), Optional.of(longest(loops.stream().map(LoopReport::longestPause))));
        }
    }

    /** What a loop did in a while: how often it ticked, and how long it didn't. */
    public record LoopReport(String loop, int beats, Duration longestPause) {}

    /**
     * What is predicted of an experiment with event loops, or measured in it; empty if it can't be predicted.
     *
     * @param totalTime of the work itself
     * @param longestPause between two ticks of any loop
     */
    public record Figures(Optional<Duration> totalTime, Optional<Duration> longestPause) {

        /** Of work that keeps a loop for some time, or zero if it keeps none. */
        public static Figures predicted(Optional<Duration> totalTime, Optional<Duration> freeze) {
            // A freeze begins somewhere between two ticks, and the tick that is due comes right after it.
            Duration before = Heartbeat.EVERY.dividedBy(2);
            return new Figures(totalTime, freeze.map(time -> longest(Stream.of(time.plus(before), Heartbeat.EVERY))));
        }
    }
}
