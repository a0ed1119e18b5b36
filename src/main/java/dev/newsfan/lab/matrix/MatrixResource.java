package dev.newsfan.lab.matrix;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** Three waits in six ways: they tell apart what {@code sync} and {@code async} differ in, the order and what waits. */
@Experiment
@Named("matrix")
@Path("/lab/matrix")
class MatrixResource implements Predictor {

    private static final int WAITS = 3;
    private static final List<Way> WAYS = Stream.of("worker thread", "event loop", "virtual thread")
            .flatMap(waits -> Stream.of(new Way(waits, "in line", 1, WAITS), new Way(waits, "at once", WAITS, 1)))
            .toList();

    private final Clock clock;
    private final ExecutorService virtualThreads;

    MatrixResource(Clock clock, @VirtualThreads ExecutorService virtualThreads) {
        this.clock = clock;
        this.virtualThreads = virtualThreads;
    }

    /** Runs the six at once; none of them gets in another's way. */
    @GET
    public Uni<Answer> matrix(@BeanParam LabRequest request) {
        Duration time = request.seconds(Duration.ofSeconds(1));
        List<Uni<Cell>> cells = WAYS.stream()
                .map(way -> waiters(way, time, request.admitted()).map(names -> way.cell(names, time, request.spent())))
                .toList();
        Uni<List<Cell>> all = Uni.join().all(cells).andFailFast();
        return all.map(done -> new Answer(time, done, WAYS.getFirst().predicted(time), Timing.of(request.spent())));
    }

    /** Emits the names of the threads that have waited. */
    private Uni<List<String>> waiters(Way way, Duration time, AdmittedRequest request) {
        Uni<String> waiter =
                switch (way.waits) {
                    case "worker thread" ->
                        sleeper(way.times, time, request).runSubscriptionOn(Infrastructure.getDefaultExecutor());
                    case "event loop" -> timer(way.times, time);
                    default -> sleeper(way.times, time, request).runSubscriptionOn(virtualThreads);
                };
        return Uni.join().all(Collections.nCopies(way.waiters, waiter)).andFailFast();
    }

    private static Uni<String> sleeper(int times, Duration time, AdmittedRequest request) {
        return Uni.createFrom().item(Unchecked.supplier(() -> {
            for (int wait = 0; wait < times; wait++) {
                request.sleep(time);
            }
            return Thread.currentThread().getName();
        }));
    }

    /** Nothing sleeps. */
    private Uni<String> timer(int times, Duration time) {
        Uni<String> ring = clock.pass(time).map(passed -> Thread.currentThread().getName());
        return ring.repeat().atMost(times).collect().last();
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Duration time = request.seconds(Duration.ofSeconds(1));
        List<Bar> bars = WAYS.stream().map(way -> way.bar(time)).toList();
        return List.of(new Prediction<>("matrix", WAYS.getFirst().predicted(time), bars));
    }

    /** How to wait: one waiter several times, or several waiters once. */
    private record Way(String waits, String order, int waiters, int times) {

        Timing predicted(Duration time) {
            return Timing.of(time.multipliedBy(times));
        }

        Bar bar(Duration time) {
            var length = predicted(time).totalTime();
            return Bar.of(waits + ", " + order, Optional.of(Duration.ZERO), length);
        }

        Cell cell(List<String> threads, Duration time, Duration spent) {
            List<String> distinct = threads.stream().distinct().toList();
            return new Cell(waits, order, distinct, predicted(time), Timing.of(spent));
        }
    }

    record Answer(Duration seconds, List<Cell> cells, Timing predicted, Timing measured) {}

    record Cell(String waits, String order, List<String> threads, Timing predicted, Timing measured) {}
}
