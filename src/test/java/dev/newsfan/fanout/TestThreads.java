package dev.newsfan.fanout;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** All the threads that a fan-out is given, with names to tell them apart. */
final class TestThreads implements AutoCloseable {

    final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("timer"));
    final ExecutorService executor = Executors.newSingleThreadExecutor(named("executor"));
    final ExecutorService workers = Executors.newCachedThreadPool(named("worker"));
    final ExecutorService virtualThreads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("virtual-thread").factory());

    final Deadlines deadlines = Deadlines.of(timer, executor);
    final Modes modes = new Modes(deadlines, workers, virtualThreads);

    TestThreads() {
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }

    /** Asks in a mode, without waiting for it. */
    Asked ask(Mode mode, FanOut<String> fanOut) {
        var future = modes.ask(mode, fanOut).subscribeAsCompletionStage();
        return new Asked(future, () -> future.cancel(true));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        executor.shutdownNow();
        workers.shutdownNow();
        virtualThreads.shutdownNow();
    }
}
