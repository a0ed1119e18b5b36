package dev.newsfan.lab.eventloops;

import dev.newsfan.config.LabConfig;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every event loop ticks ten times a second, and notes when. What freezes a loop stops its ticks. */
@Singleton
public class Heartbeat {

    public static final Duration EVERY = Duration.ofMillis(100);

    private final EventLoops loops;
    private final List<ScheduledFuture<?>> ticking = new ArrayList<>();
    private final List<MultiEmitter<? super Tick>> readers = new CopyOnWriteArrayList<>();

    Heartbeat(EventLoops loops) {
        this.loops = loops;
    }

    void start(@Observes StartupEvent start, LabConfig config) {
        if (config.enabled()) {
            loops.byName()
                    .forEach((name, loop) -> ticking.add(loop.scheduleWithFixedDelay(
                            ticker(name), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS)));
        }
    }

    private Runnable ticker(String loop) {
        long[] before = {System.nanoTime()};
        return () -> {
            long nanos = System.nanoTime();
            Tick tick = new Tick(loop, now(), Duration.ofNanos(nanos - before[0]));
            before[0] = nanos;
            readers.forEach(reader -> tell(reader, tick));
        };
    }

    /** A reader that fails must not stop the ticks. */
    private static void tell(MultiEmitter<? super Tick> reader, Tick tick) {
        try {
            reader.emit(tick);
        } catch (RuntimeException e) {
            Infrastructure.handleDroppedException(e);
        }
    }

    /** The time of the server's clock, to the millisecond. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** All ticks from the subscription on until the service stops, on the loops' threads. Who reads too slowly misses some. */
    public Multi<Tick> ticks() {
        return Multi.createFrom().<Tick>emitter(this::read, BackPressureStrategy.DROP);
    }

    private void read(MultiEmitter<? super Tick> reader) {
        readers.add(reader);
        reader.onTermination(() -> readers.remove(reader));
    }

    /** Watches all loops while something runs, and until each has ticked once more after it. */
    public <T> Uni<Observed<T>> during(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Set<Tick> seen = ConcurrentHashMap.newKeySet();
            Cancellable watching = ticks().subscribe().with(seen::add);
            return work.get()
                    .call(item -> nextOfEach().invoke(seen::addAll))
                    .map(item -> Observed.of(item, loops.names(), seen))
                    .onTermination()
                    .invoke(watching::cancel);
        });
    }

    private Uni<List<Tick>> nextOfEach() {
        Multi<Tick> distinct = ticks().select().distinct(Comparator.comparing(Tick::loop));
        return distinct.select().first(loops.names().size()).collect().asList();
    }

    /** Otherwise those who look on would keep the service from stopping. */
    void end(@Observes ShutdownDelayInitiatedEvent stopping) {
        readers.forEach(MultiEmitter::complete);
    }

    @PreDestroy
    void stop() {
        ticking.forEach(tick -> tick.cancel(false));
    }

    private static Duration longest(Stream<Duration> pauses) {
        return pauses.max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** A sign of life of a loop, which goes by its thread's name; the pause is the time since its tick before. */
    @RegisterForReflection
    public record Tick(String loop, Instant at, Duration pause) {}

    /** What a loop did in a while: how often it ticked, and how long it didn't. */
    public record Pulse(String loop, int beats, Duration longestPause) {
        private static Pulse of(String loop, Set<Tick> seen) {
            var ticks = seen.stream().filter(tick -> tick.loop.equals(loop)).toList();
            return new Pulse(loop, ticks.size(), longest(ticks.stream().map(Tick::pause)));
        }
    }

    /** What came of the work, and what the loops did meanwhile. */
    public record Observed<T>(T item, List<Pulse> loops) {
        private static <T> Observed<T> of(T item, List<String> loops, Set<Tick> seen) {
            return new Observed<>(
                    item, loops.stream().map(loop -> Pulse.of(loop, seen)).toList());
        }

        /** @param time that the work took */
        public Times measured(Duration time) {
            Duration pause = longest(loops.stream().map(Pulse::longestPause));
            return new Times(Optional.of(time), Optional.of(pause));
        }
    }

    /** What some work takes, and the longest pause of a loop meanwhile: predicted, or empty if nobody can know, or measured. */
    public record Times(Optional<Duration> totalTime, Optional<Duration> longestPause) {

        /** Of work that keeps a loop for some time, or zero if it keeps none. */
        public static Times predicted(Duration totalTime, Duration freeze) {
            // A freeze begins somewhere between two ticks, and the tick that is due comes right after it.
            Duration pause = longest(Stream.of(freeze.plus(EVERY.dividedBy(2)), EVERY));
            return new Times(Optional.of(totalTime), Optional.of(pause));
        }
    }
}
