package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopEmitterTest {

    private final ExecutorService loop = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("loop").daemon().factory());

    @AfterEach
    void stop() {
        loop.shutdownNow();
    }

    @Test
    void bringsEveryEventInItsOrderToTheLoop() throws Exception {
        CompletableFuture<List<Integer>> read = new CompletableFuture<>();
        AtomicBoolean onLoop = new AtomicBoolean(true);
        loop.execute(() -> EventLoopEmitter.<Integer>on(loop, 101, this::countToAHundred)
                .invoke(event -> onLoop.compareAndSet(
                        true, Thread.currentThread().getName().equals("loop")))
                .collect()
                .asList()
                .subscribe()
                .with(read::complete, read::completeExceptionally));

        assertThat(read.get(10, TimeUnit.SECONDS)).hasSize(101).isSorted().endsWith(100);
        assertThat(onLoop).isTrue();
    }

    private Cancellable countToAHundred(EventLoopEmitter<Integer> emitter) {
        Thread.ofPlatform().daemon().start(() -> {
            for (int event = 0; event < 100; event++) {
                emitter.emit(event);
            }
            emitter.end(100);
        });
        return () -> {};
    }

    @Test
    void afterAFailureNothingComes() throws Exception {
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        loop.execute(() -> EventLoopEmitter.<Integer>on(loop, 1, emitter -> {
                    emitter.fail(new IllegalStateException("broken"));
                    emitter.emit(1);
                    return () -> {};
                })
                .subscribe()
                .with(event -> failed.complete(new AssertionError("there was " + event)), failed::complete));

        assertThat(failed.get(10, TimeUnit.SECONDS)).hasMessage("broken");
    }

    /** With a bare emitter one of the threads never comes back, mostly within the first thousands of rounds. */
    @Test
    void canBeCancelledWhileOthersEmit() throws Exception {
        List<EventLoopEmitter<Integer>> open = new CopyOnWriteArrayList<>();
        AtomicBoolean emitting = new AtomicBoolean(true);
        AtomicInteger alive = new AtomicInteger();
        Thread source = Thread.ofPlatform().daemon().start(() -> {
            for (int event = 0; emitting.get(); event++) {
                int next = event;
                open.forEach(emitter -> emitter.emit(next));
                alive.incrementAndGet();
            }
        });
        for (int round = 0; round < 5_000; round++) {
            Multi<Integer> events = EventLoopEmitter.on(loop, 1024, emitter -> {
                open.add(emitter);
                return () -> open.remove(emitter);
            });
            CompletableFuture<Cancellable> reading = new CompletableFuture<>();
            loop.execute(() -> reading.complete(events.subscribe().with(event -> {}, failure -> {})));
            Cancellable reader = reading.get(10, TimeUnit.SECONDS);
            CompletableFuture.runAsync(reader::cancel, loop).get(10, TimeUnit.SECONDS);
        }
        int before = alive.get();
        emitting.set(false);
        assertThat(source.join(Duration.ofSeconds(10))).isTrue();
        assertThat(alive.get()).isGreaterThanOrEqualTo(before).isPositive();
        assertThat(open).isEmpty();
    }
}
