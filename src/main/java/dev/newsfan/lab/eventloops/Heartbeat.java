package dev.newsfan.lab.eventloops;

import dev.newsfan.config.LabConfig;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
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
import org.jboss.logging.Logger;

/** Every event loop ticks ten times a second, and notes when. What freezes a loop stops its ticks. */
@Singleton
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    public static final Duration EVERY = Duration.ofMillis(100);

    private final List<ScheduledFuture<?>> ticking = new ArrayList<>();
    private final List<MultiEmitter<? super Tick>> readers = new CopyOnWriteArrayList<>();
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();

    /**
     * A sign of life.
     *
     * @param loop the name of its thread
     * @param at when, by the server's clock, to the millisecond
     * @param pause since the loop's tick before
     */
    @RegisterForReflection
    public record Tick(String loop, Instant at, Duration pause) {}

    void start(@Observes StartupEvent start, LabConfig config, EventLoops loops) {
        if (config.enabled()) {
            loops.byName().forEach((name, loop) -> ticking.add(tick(name, loop)));
        }
    }

    private ScheduledFuture<?> tick(String name, EventLoop loop) {
        long[] before = {System.nanoTime()};
        Runnable next = () -> {
            long now = System.nanoTime();
            Tick tick = new Tick(name, at(now), Duration.ofNanos(now - before[0]));
            before[0] = now;
            readers.forEach(reader -> tell(reader, tick));
        };
        return loop.scheduleWithFixedDelay(next, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A reader that fails must not stop the ticks. */
    private static void tell(MultiEmitter<? super Tick> reader, Tick tick) {
        try {
            reader.emit(tick);
        } catch (RuntimeException e) {
            LOG.error("A tick can't be told", e);
        }
    }

    private Instant at(long nanos) {
        return startedAt.plusNanos(nanos - startedNanos).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time, on the clock of the ticks. */
    public Instant now() {
        return at(System.nanoTime());
    }

    /**
     * All ticks from the subscription on until the service stops, on the threads of the loops. Who reads too slowly misses
     * some; each tells the pause before it.
     */
    public Multi<Tick> ticks() {
        return Multi.createFrom()
                .emitter(
                        reader -> {
                            readers.add(reader);
                            reader.onTermination(() -> readers.remove(reader));
                        },
                        BackPressureStrategy.DROP);
    }

    /** Otherwise those who look on would keep the service from stopping. */
    void end(@Observes ShutdownDelayInitiatedEvent stopping) {
        readers.forEach(MultiEmitter::complete);
    }

    @PreDestroy
    void stop() {
        ticking.forEach(tick -> tick.cancel(false));
    }
}
