package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Something to ask that answers when the test says so, and remembers what was done to it. */
final class Upstream implements Supplier<Uni<String>> {

    private final CompletableFuture<UniEmitter<? super String>> firstAsker = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Override
    public Uni<String> get() {
        return Uni.createFrom()
                .<String>emitter(asker -> {
                    asked.incrementAndGet();
                    firstAsker.complete(asker);
                })
                .onCancellation()
                .invoke(cancelled::incrementAndGet);
    }

    Call<String> call(String name, Duration timeout) {
        return new Call<>(name, timeout, this);
    }

    /** Waits until it has been asked. */
    void awaitAsked() {
        firstAsker.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Answers the first who asked, as soon as somebody has. */
    void answer(String item) {
        firstAsker.orTimeout(10, TimeUnit.SECONDS).join().complete(item);
    }

    /** Fails towards the first who asked, as soon as somebody has. */
    void fail(Throwable failure) {
        firstAsker.orTimeout(10, TimeUnit.SECONDS).join().fail(failure);
    }

    int asked() {
        return asked.get();
    }

    int cancelled() {
        return cancelled.get();
    }
}
