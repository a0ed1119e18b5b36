package dev.newsfan.lab.matrix;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Clock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/** Something that can wait several times, one after another or at once. */
interface Waiter {

    /** Emits the names of the threads that took part. */
    Uni<List<String>> inLine(int waits, Duration time);

    /** Likewise. */
    default Uni<List<String>> atOnce(int waits, Duration time) {
        return Uni.join()
                .all(Collections.nCopies(waits, inLine(1, time)))
                .andFailFast()
                .map(names -> names.stream().flatMap(List::stream).toList());
    }

    /** Threads that sleep, worker threads or virtual ones. */
    static Waiter ofThreads(Executor threads, AdmittedRequest request) {
        return (waits, time) -> Uni.createFrom()
                .item(Unchecked.supplier(() -> {
                    for (int wait = 0; wait < waits; wait++) {
                        request.sleep(time);
                    }
                    return List.of(Thread.currentThread().getName());
                }))
                .runSubscriptionOn(threads);
    }

    /** An event loop with its timer: nothing sleeps. */
    static Waiter ofTheEventLoop(Clock clock) {
        return (waits, time) -> Multi.createFrom()
                .range(0, waits)
                .onItem()
                .transformToUniAndConcatenate(wait ->
                        clock.pass(time).map(passed -> Thread.currentThread().getName()))
                .collect()
                .asList();
    }
}
