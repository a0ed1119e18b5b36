package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputePoolTest {

    private static final Vertx VERTX = Vertx.vertx();

    private static final int LARGE = ComputePool.LARGEST_IN_PLACE + 1;

    private final ComputePool pool = new ComputePool();
    private final ComputePool.Lane lane = pool.lane();

    /** Where an answer was read, and where what it said came out. */
    private record Threads(String read, String emitted) {}

    @AfterEach
    void stop() {
        pool.stop();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close();
    }

    @Test
    void readsAUsualAnswerWhereItArrives() {
        Threads threads = runOnEventLoop(ComputePool.LARGEST_IN_PLACE);

        assertThat(threads.read()).contains("eventloop");
        assertThat(threads.emitted()).isEqualTo(threads.read());
    }

    @Test
    void readsALargeAnswerElsewhereAndComesBackToTheEventLoop() {
        Threads threads = runOnEventLoop(ComputePool.LARGEST_IN_PLACE + 1);

        assertThat(threads.read()).startsWith("newsfan-compute-");
        assertThat(threads.emitted()).contains("eventloop");
    }

    @Test
    void tellsOfAnErrorAsOfAnyFailure() {
        for (int size : new int[] {1, LARGE}) {
            var given = lane.run(size, () -> {
                throw new StackOverflowError("expected by a test");
            });

            assertThatThrownBy(() -> given.subscribeAsCompletionStage().join())
                    .hasRootCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void doesNotReadWhatNobodyWaitsForAnyMore() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < ComputePool.THREADS; i++) {
            lane.run(LARGE, () -> awaitQuietly(busy)).subscribe().with(read -> {});
        }
        AtomicBoolean read = new AtomicBoolean();
        var given = lane.run(LARGE, () -> {
            read.set(true);
            return "read";
        });
        given.subscribe().with(item -> {}).cancel();
        var next = lane.run(LARGE, () -> "next").subscribeAsCompletionStage();

        busy.countDown();

        assertThat(next.join()).isEqualTo("next");
        assertThat(read).isFalse();
    }

    @Test
    void oneLaneLeavesAThreadToTheOthers() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            lane.run(LARGE, () -> awaitQuietly(busy)).subscribe().with(read -> {});
        }

        var other = pool.lane().run(LARGE, () -> "served").subscribeAsCompletionStage();

        assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("served");
        busy.countDown();
    }

    @Test
    void lanesTakeTurns() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < ComputePool.THREADS; i++) {
            pool.lane().run(LARGE, () -> awaitQuietly(busy)).subscribe().with(read -> {});
        }
        List<String> done = new CopyOnWriteArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(lane.run(LARGE, () -> done.add("many")).subscribeAsCompletionStage());
        }
        ComputePool.Lane later = pool.lane();
        all.add(later.run(LARGE, () -> done.add("one")).subscribeAsCompletionStage());

        busy.countDown();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(done.indexOf("one")).isLessThan(10);
    }

    private static String awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }

    @Test
    void failsAsTheReadingDoes() {
        Supplier<String> bad = () -> {
            throw new SourceException(FailureReason.notHttp());
        };
        for (int size : new int[] {1, ComputePool.LARGEST_IN_PLACE + 1}) {
            var decoded = lane.run(size, bad).subscribeAsCompletionStage();

            assertThatThrownBy(decoded::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(SourceException.class);
        }
    }

    private Threads runOnEventLoop(int size) {
        CompletableFuture<Threads> result = new CompletableFuture<>();
        Supplier<String> reading = () -> Thread.currentThread().getName();
        VERTX.runOnContext(now -> lane.run(size, reading)
                .subscribe()
                .with(
                        read -> result.complete(
                                new Threads(read, Thread.currentThread().getName())),
                        result::completeExceptionally));
        return result.join();
    }
}
