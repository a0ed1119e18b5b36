package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Computes on threads of choice, while the event loops are watched. */
@Singleton
class Computing {

    private final Heartbeat heartbeat;

    Computing(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** What was computed, and where. */
    record Done(Duration time, String thread) {}

    /** Computes on the current thread. It ends early if the caller goes away. */
    static Done here(int rounds, AdmittedRequest visit) {
        Duration time = Work.compute(rounds, visit::isAbandoned);
        return new Done(time, Thread.currentThread().getName());
    }

    /** How long it will take, found out on a worker thread. */
    Uni<Duration> predict(int rounds) {
        return Uni.createFrom().item(() -> Work.predict(rounds)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    /** Computes on one of these threads. */
    Uni<Heartbeat.Observed<Done>> on(Executor threads, int rounds, AdmittedRequest visit) {
        return heartbeat.during(
                () -> Uni.createFrom().item(() -> here(rounds, visit)).runSubscriptionOn(threads));
    }

    /** How long one of these threads waits for its first step while this many others compute. */
    Uni<Duration> neighbour(Executor threads, int computing, int rounds, AdmittedRequest visit) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Neighbour.among(threads, computing, () -> here(rounds, visit))))
                .runSubscriptionOn(task -> Thread.ofPlatform()
                        .name("newsfan-lab-neighbour")
                        .daemon()
                        .start(task));
    }
}
