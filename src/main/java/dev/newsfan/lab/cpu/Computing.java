package dev.newsfan.lab.cpu;

import io.smallrye.mutiny.unchecked.Unchecked;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Something to compute: a SHA-256 of a SHA-256 of a SHA-256 and so on, which no clever waiting makes shorter. */
final class Computing {

    private static final int SAMPLE_ROUNDS = 500_000;

    /** Some hundred microseconds: so often it asks whether anybody still needs the result. */
    private static final int ROUNDS_BETWEEN_LOOKS = 4096;

    private Computing() {}

    /**
     * Computes this many rounds on the current thread.
     *
     * @param givenUp whether nobody needs the result any more; it is asked now and then, and ends it early
     */
    static Done compute(int rounds, BooleanSupplier givenUp) {
        long began = System.nanoTime();
        // Every Java platform has it.
        MessageDigest sha =
                Unchecked.supplier(() -> MessageDigest.getInstance("SHA-256")).get();
        byte[] block = new byte[sha.getDigestLength()];
        for (int round = 0; round < rounds; round++) {
            block = sha.digest(block);
            if (round % ROUNDS_BETWEEN_LOOKS == 0 && givenUp.getAsBoolean()) {
                break;
            }
        }
        return new Done(
                Duration.ofNanos(System.nanoTime() - began),
                Thread.currentThread().getName());
    }

    /** How long it took, and where it was done. */
    record Done(Duration time, String thread) {}

    /** How long this many rounds will take here and now, by a sample; it takes about a tenth of a second itself. */
    static Duration predict(int rounds) {
        // The first two are the compiler's.
        compute(SAMPLE_ROUNDS, () -> false);
        compute(SAMPLE_ROUNDS, () -> false);
        return compute(SAMPLE_ROUNDS, () -> false).time.multipliedBy(rounds).dividedBy(SAMPLE_ROUNDS);
    }

    /**
     * How long another thread waits for its first step while some of its kind compute. There must be room for one more, and
     * as this blocks until all have ended, it must not run on one of them itself.
     */
    static Duration schedulingDelay(Executor threads, int computing, Runnable work) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(computing);
        Runnable other = () -> {
            started.countDown();
            work.run();
        };
        var others = Stream.generate(() -> CompletableFuture.runAsync(other, threads))
                .limit(computing)
                .toList();
        started.await();
        long ready = System.nanoTime();
        long first = CompletableFuture.supplyAsync(System::nanoTime, threads).join();
        others.forEach(CompletableFuture::join);
        return Duration.ofNanos(first - ready);
    }
}
