package dev.newsfan.fanout;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Blocking code that answers when the test says so, and remembers what was done to it. */
final class BlockingUpstream implements Callable<String> {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final boolean stubborn;

    private BlockingUpstream(boolean stubborn) {
        this.stubborn = stubborn;
    }

    /** Ends when it is interrupted. */
    static BlockingUpstream obedient() {
        return new BlockingUpstream(false);
    }

    /** Ignores that it is interrupted. */
    static BlockingUpstream stubborn() {
        return new BlockingUpstream(true);
    }

    @Override
    public String call() throws InterruptedException {
        asked.countDown();
        while (true) {
            try {
                answer.await();
                return "news";
            } catch (InterruptedException e) {
                interrupted.countDown();
                if (!stubborn) {
                    throw e;
                }
            }
        }
    }

    Call<String> call(String name, Duration timeout) {
        return Call.blocking(name, timeout, this);
    }

    void awaitAsked() throws InterruptedException {
        awaitTen(asked);
    }

    void awaitInterrupted() throws InterruptedException {
        awaitTen(interrupted);
    }

    void answer() {
        answer.countDown();
    }

    private static void awaitTen(CountDownLatch event) throws InterruptedException {
        if (!event.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not happen");
        }
    }
}
