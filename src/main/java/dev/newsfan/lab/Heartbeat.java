package dev.newsfan.lab;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every event loop beats ten times a second, and notes when. What freezes a loop stops its beats. */
@Singleton
class Heartbeat {

    static final Duration EVERY = Duration.ofMillis(100);

    private final LabConfig config;
    private final EventLoops loops;
    private final List<ScheduledFuture<?>> pulses = new ArrayList<>();
    private final List<Consumer<Beat>> listeners = new CopyOnWriteArrayList<>();
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();

    Heartbeat(LabConfig config, EventLoops loops) {
        this.config = config;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        if (config.enabled()) {
            loops.byName().forEach((name, loop) -> pulses.add(beat(name, loop)));
        }
    }

    private ScheduledFuture<?> beat(String name, EventLoop loop) {
        return loop.scheduleWithFixedDelay(
                new Runnable() {
                    private long before = System.nanoTime();

                    @Override
                    public void run() {
                        long now = System.nanoTime();
                        Beat beat = new Beat(name, at(now), Duration.ofNanos(now - before));
                        before = now;
                        listeners.forEach(listener -> listener.accept(beat));
                    }
                },
                EVERY.toMillis(),
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Instant at(long nanos) {
        return startedAt.plusNanos(nanos - startedNanos).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time, on the clock of the beats. */
    Instant now() {
        return at(System.nanoTime());
    }

    /** Calls the listener with each beat, on the loop that beats, until the result is run. */
    Runnable listen(Consumer<Beat> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Watches all loops while something runs, and until each has beaten once more after it. */
    <T> Uni<Observed<T>> during(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Observation observation = new Observation(loops.byName().sequencedKeySet());
            listeners.add(observation);
            return work.get()
                    .flatMap(item -> observation.end().map(reports -> new Observed<>(item, reports)))
                    .onTermination()
                    .invoke(() -> listeners.remove(observation));
        });
    }

    /** What came of the work, and what the loops did meanwhile. */
    record Observed<T>(T item, List<LoopReport> loops) {

        /** The longest pause between two beats of any loop. */
        Duration longestPause() {
            return loops.stream()
                    .map(LoopReport::longestPause)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }
    }

    /** What a loop did in a while: how often it beat, and how long it didn't. */
    record LoopReport(String loop, int beats, Duration longestPause) {}

    @PreDestroy
    void stop() {
        pulses.forEach(pulse -> pulse.cancel(false));
    }
}
