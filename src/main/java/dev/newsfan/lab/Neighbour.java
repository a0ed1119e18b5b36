package dev.newsfan.lab;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** A thread that wants to take one step while others of its kind compute. */
final class Neighbour {

    private Neighbour() {}

    /**
     * Has as many threads compute as there are processors, and starts one more. Blocks until all have ended.
     *
     * @return how long that one waited for its first step
     */
    static Duration among(Executor threads, int rounds) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        CountDownLatch computing = new CountDownLatch(processors);
        Runnable other = () -> {
            computing.countDown();
            Work.compute(rounds);
        };
        List<CompletableFuture<Void>> others = Stream.generate(() -> CompletableFuture.runAsync(other, threads))
                .limit(processors)
                .toList();
        computing.await();
        Stopwatch watch = Stopwatch.start();
        Duration waited = CompletableFuture.supplyAsync(watch::elapsed, threads).join();
        others.forEach(CompletableFuture::join);
        return waited;
    }
}
