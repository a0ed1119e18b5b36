package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Clock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/** Something that can wait several times, one after another or at once. Each emits the threads that took part. */
sealed interface Waiting {

    Uni<List<String>> inLine(int waits, Duration time);

    default Uni<List<String>> atOnce(int waits, Duration time) {
        return Uni.join()
                .all(Collections.nCopies(waits, inLine(1, time)))
                .andFailFast()
                .map(names -> names.stream().flatMap(List::stream).toList());
    }

    /** Threads that sleep, worker threads or virtual ones. */
    record OfThreads(Executor threads, AdmittedRequest visit) implements Waiting {

        @Override
        public Uni<List<String>> inLine(int waits, Duration time) {
            return Uni.createFrom()
                    .item(Unchecked.supplier(() -> {
                        for (int wait = 0; wait < waits; wait++) {
                            visit.sleep(time);
                        }
                        return List.of(Thread.currentThread().getName());
                    }))
                    .runSubscriptionOn(threads);
        }
    }

    /** An event loop with its timer: nothing sleeps. */
    record OfTheEventLoop(Clock clock) implements Waiting {

        @Override
        public Uni<List<String>> inLine(int waits, Duration time) {
            Uni<List<String>> waiting = once(time);
            for (int wait = 1; wait < waits; wait++) {
                waiting = waiting.flatMap(before -> once(time).map(now -> both(before, now)));
            }
            return waiting;
        }

        private Uni<List<String>> once(Duration time) {
            return clock.pass(time).map(rung -> List.of(Thread.currentThread().getName()));
        }

        private static List<String> both(List<String> before, List<String> now) {
            List<String> both = new ArrayList<>(before);
            both.addAll(now);
            return both;
        }
    }
}
