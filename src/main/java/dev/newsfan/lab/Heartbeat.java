package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
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
import org.jboss.logging.Logger;

/** Every event loop beats ten times a second, and notes when. What freezes a loop stops its beats. */
@Singleton
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    static final Duration EVERY = Duration.ofMillis(100);

    private final LabConfig config;
    private final EventLoops loops;
    private final List<ScheduledFuture<?>> pulses = new ArrayList<>();
    private final List<Consumer<Beat>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();
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
                        listeners.forEach(listener -> tell(listener, beat));
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

    /** A listener that fails must not stop the beats. */
    private static void tell(Consumer<Beat> listener, Beat beat) {
        try {
            listener.accept(beat);
        } catch (RuntimeException e) {
            LOG.error("A beat can't be told", e);
        }
    }

    /** All beats from now on until the service stops. Who reads too slowly misses some; each tells the pause before it. */
    Multi<Beat> beats() {
        return Multi.createFrom()
                .emitter(
                        reader -> {
                            Consumer<Beat> listener = reader::emit;
                            Runnable end = reader::complete;
                            listeners.add(listener);
                            ends.add(end);
                            reader.onTermination(() -> {
                                listeners.remove(listener);
                                ends.remove(end);
                            });
                        },
                        BackPressureStrategy.DROP);
    }

    /** Otherwise those who look on would keep the service from stopping. */
    void end(@Observes ShutdownDelayInitiatedEvent stopping) {
        ends.forEach(Runnable::run);
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
