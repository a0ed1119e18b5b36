package dev.newsfan.lab.cpu;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** How long a thread waits for its first step while others of its kind compute. */
final class SchedulingDelay {

    private SchedulingDelay() {}

    /**
     * Has some threads compute, and starts one more. Blocks until all have ended, and so must not run on one of these
     * threads itself.
     *
     * @param computing how many compute; there must be room for one more
     * @param work what they compute
     * @return how long the other one waited for its first step
     */
    static Duration among(Executor threads, int computing, Runnable work) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(computing);
        Runnable other = () -> {
            started.countDown();
            work.run();
        };
        List<CompletableFuture<Void>> others = Stream.generate(() -> CompletableFuture.runAsync(other, threads))
                .limit(computing)
                .toList();
        started.await();
        long ready = System.nanoTime();
        long first = CompletableFuture.supplyAsync(System::nanoTime, threads).join();
        others.forEach(CompletableFuture::join);
        return Duration.ofNanos(first - ready);
    }
}
