package dev.newsfan.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Records how much later than planned each event loop does what it is to do: that long an answer or a new request waits as well. A
 * tick that was due while the loop stood still comes as soon as it goes on, so a long halt counts as much as it keeps others waiting.
 */
@Singleton
final class EventLoopLag {

    /** What stands still for longer than this shows; ten a second cost nothing. */
    static final Duration TICK = Duration.ofMillis(100);

    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final List<ScheduledFuture<?>> ticks = new ArrayList<>();

    EventLoopLag(Vertx vertx, MeterRegistry metrics) {
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent start) {
        start();
    }

    /** Watches all loops from now on. */
    void start() {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            Ticks planned = new Ticks();
            ticks.add(((EventLoop) loop)
                    .scheduleAtFixedRate(planned::tick, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS));
        }
    }

    @PreDestroy
    void stop() {
        ticks.forEach(tick -> tick.cancel(false));
    }

    /** Those of one loop, and when the next is planned; used on the loop. */
    private final class Ticks {

        private long planned = System.nanoTime();
        private Timer timer;

        void tick() {
            if (timer == null) {
                // Only the loop's own thread knows its name, which the reports of the sources have, too.
                timer = timer(Thread.currentThread().getName());
            }
            planned += TICK.toNanos();
            timer.record(Math.max(0, System.nanoTime() - planned), TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(String loop) {
        return Timer.builder("newsfan.eventloop.lag")
                .description("How much later than planned an event loop does what it is to do")
                .tag("loop", loop)
                .register(metrics);
    }
}
