package dev.newsfan.fanout;

import static dev.newsfan.fanout.ModeContract.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A blocking call that ends just as it is cancelled: the interrupt meant for it never reaches what comes next. */
@Tag("long")
class StrayInterruptTest {

    /** In each mode. */
    private static final int ROUNDS = 3_500;

    private static final int LONGEST_NANOS = 100_000;

    private final TestThreads threads = new TestThreads();
    private final Semaphore begun = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger strays = new AtomicInteger();

    private final Modes modes = new Modes(
            threads.deadlines,
            task -> threads.workers.execute(() -> runToTheEnd(task)),
            task -> threads.virtualThreads.execute(() -> runToTheEnd(task)));

    @AfterEach
    void stopTheThreads() {
        threads.close();
    }

    /** The thread that asked goes on to something else. */
    private void runToTheEnd(Runnable task) {
        task.run();
        lookForStrays();
        ended.incrementAndGet();
    }

    private void lookForStrays() {
        if (Thread.interrupted()) {
            strays.incrementAndGet();
        }
    }

    /** An interrupt ends it early, and stays set. */
    private static void parkForAMoment() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(LONGEST_NANOS));
    }

    @ParameterizedTest
    @EnumSource
    void noneReachesWhatFollowsInAnyMode(Mode mode) {
        Call<String> quick = Call.blocking("quick", LONG, () -> {
            begun.release();
            parkForAMoment();
            return "news";
        });

        for (int round = 0; round < ROUNDS; round++) {
            FanOut<String> fanOut = new FanOut<>(List.of(quick), Budget.startingNow(LONG), _ -> lookForStrays());
            var asking = modes.ask(mode, fanOut).subscribe().with(_ -> {
                lookForStrays();
                heard.incrementAndGet();
            });
            begun.acquireUninterruptibly();
            parkForAMoment();
            asking.cancel();
        }

        await().until(() -> mode == Mode.ASYNC || ended.get() == ROUNDS);
        await().until(() -> Call.abandoned() == 0);
        assertThat(strays).hasValue(0);
        assertThat(heard.get()).as("answers that were faster").isBetween(1, ROUNDS - 1);
    }

    @Test
    void nobodyHearsOfAnInterruptThatTheCodeHasLeft() {
        Callable<String> untidy = () -> {
            Thread.currentThread().interrupt();
            return "news";
        };

        Call.blocking("untidy", LONG, untidy)
                .ask()
                .get()
                .invoke(this::lookForStrays)
                .await()
                .atMost(LONG);

        assertThat(strays).hasValue(0);
    }
}
