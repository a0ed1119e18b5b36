package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLoopLagTest {

    private static final int LOOPS = 2;
    private static final Duration HALT = Duration.ofMillis(300);

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final EventLoopLag lag = new EventLoopLag(vertx, metrics);

    @BeforeEach
    void watch() {
        lag.start();
        await().until(() -> timers().size() == LOOPS);
    }

    @AfterEach
    void stop() {
        lag.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Collection<Timer> timers() {
        return metrics.find("newsfan.eventloop.lag").timers();
    }

    /** Has a loop stand still for this long, and says its name. */
    private String halt(Duration time) {
        Context context = vertx.getOrCreateContext();
        StringBuffer name = new StringBuffer();
        CountDownLatch over = new CountDownLatch(1);
        context.runOnContext(now -> {
            name.append(Thread.currentThread().getName());
            try {
                new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            over.countDown();
        });
        await().until(() -> over.getCount() == 0);
        return name.toString();
    }

    @Test
    void aLoopThatStandsStillIsNoticed() {
        String loop = halt(HALT);

        // A tick was due in the first part of it, and had to wait for the rest.
        double atLeast = HALT.minus(EventLoopLag.TICK).toMillis();
        await().untilAsserted(() -> assertThat(metrics.get("newsfan.eventloop.lag")
                        .tag("loop", loop)
                        .timer()
                        .max(TimeUnit.MILLISECONDS))
                .isGreaterThanOrEqualTo(atLeast));
    }

    @Test
    void eachTickThatItMissedCounts() {
        double before = lagOfAll();

        halt(HALT.multipliedBy(2));

        // 500 ms and more of the first that was due, 400 of the next, and so on.
        await().untilAsserted(() -> assertThat(lagOfAll() - before).isGreaterThanOrEqualTo(1500));
    }

    private double lagOfAll() {
        return timers().stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
    }

    @Test
    void nobodyTicksAfterTheEnd() {
        lag.stop();

        long ticks = timers().stream().mapToLong(Timer::count).sum();
        halt(EventLoopLag.TICK.multipliedBy(2));

        // One may have been under way on each loop.
        assertThat(timers().stream().mapToLong(Timer::count).sum()).isLessThanOrEqualTo(ticks + LOOPS);
    }
}
