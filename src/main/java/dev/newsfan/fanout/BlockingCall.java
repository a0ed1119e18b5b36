package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Blocking code under way on a virtual thread of its own, which is interrupted when nobody waits for it any more.
 *
 * <p>The lock makes sure that an interrupt comes while the code runs or not at all: whatever follows on this thread, which
 * is what the asker does with the answer, never sees one.
 */
final class BlockingCall<T> implements Runnable {

    private static final AtomicInteger ABANDONED = new AtomicInteger();

    /**
     * To interrupt can take long: it runs the code that closes an interruptible channel, and of a virtual thread that reads
     * a file it waits for the end of the read. Whoever cancels, mostly an event loop, can't wait for that, and virtual
     * threads may all be busy with the code to be interrupted.
     */
    private static final Executor INTERRUPTERS = Executors.newCachedThreadPool(Thread.ofPlatform()
            .name("interrupter-", 0)
            .daemon()
            .inheritInheritableThreadLocals(false)
            .factory());

    private final Callable<T> code;
    /** Null when nobody waits any more. */
    private UniEmitter<? super T> asker;
    /** Null unless the code runs. */
    private Thread thread;

    private BlockingCall(Callable<T> code, UniEmitter<? super T> asker) {
        this.code = code;
        this.asker = asker;
    }

    /** Runs the code each time that it is subscribed to. Cancelling the subscription interrupts the code. */
    static <T> Uni<T> ask(String name, Callable<T> code) {
        return Uni.createFrom().emitter(asker -> {
            BlockingCall<T> call = new BlockingCall<>(code, asker);
            asker.onTermination(call::abandon);
            Thread.ofVirtual().name("call-" + name).start(call);
        });
    }

    /** How many run at this moment though nobody waits for them. */
    static int abandoned() {
        return ABANDONED.get();
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        Consumer<UniEmitter<? super T>> answer;
        try {
            T item = code.call();
            answer = waiting -> waiting.complete(item);
        } catch (Throwable e) {
            answer = waiting -> waiting.fail(e);
        }
        UniEmitter<? super T> waiting = end();
        if (waiting != null) {
            answer.accept(waiting);
        }
    }

    private synchronized boolean begin() {
        if (asker == null) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    /** Returns who waits for the answer, or null. */
    private synchronized UniEmitter<? super T> end() {
        thread = null;
        // An interrupt that the code has left, be it ours or its own, is not for those who come after it.
        Thread.interrupted();
        UniEmitter<? super T> waiting = asker;
        asker = null;
        if (waiting == null) {
            ABANDONED.decrementAndGet();
        }
        return waiting;
    }

    private synchronized void abandon() {
        boolean waiting = asker != null;
        // Also lets go of whatever hangs on the asker: the code may run for long.
        asker = null;
        if (waiting && thread != null) {
            ABANDONED.incrementAndGet();
            INTERRUPTERS.execute(this::interrupt);
        }
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
