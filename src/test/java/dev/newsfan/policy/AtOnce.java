package dev.newsfan.policy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Threads that do something at the same time. */
final class AtOnce implements AutoCloseable {

    static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** Has four threads do it, each with its number, and waits for them. */
    void each(IntConsumer task) {
        run(IntStream.range(0, THREADS)
                .mapToObj(thread -> (Runnable) () -> task.accept(thread))
                .toArray(Runnable[]::new));
    }

    /** Does these, four at the most, a thread each, and waits for them. */
    void run(Runnable... tasks) {
        CyclicBarrier start = new CyclicBarrier(tasks.length);
        List<Future<?>> running = Stream.of(tasks)
                .<Future<?>>map(task -> threads.submit(() -> {
                    start.await();
                    task.run();
                    return null;
                }))
                .toList();
        for (Future<?> task : running) {
            try {
                task.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
