package dev.newsfan.lab.matrix;

import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.Timing;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * Three waits in six ways. It separates the two things that {@code sync} and {@code async} differ in: in which order, and
 * what waits.
 */
@Experiment("matrix")
@Path("/lab/matrix")
class MatrixResource implements Predictor {

    private static final int WAITS = 3;

    private final Clock clock;
    private final ExecutorService workers;
    private final ExecutorService virtualThreads;

    MatrixResource(Clock clock, ExecutorService workers, @VirtualThreads ExecutorService virtualThreads) {
        this.clock = clock;
        this.workers = workers;
        this.virtualThreads = virtualThreads;
    }

    /** Runs the six at once; none of them gets in another's way. */
    @GET
    public Uni<Answer> matrix(@BeanParam LabRequest request) {
        Duration time = time(request);
        Budget budget = request.admitted().budget();
        List<Uni<Cell>> cells = ways(time).stream()
                .map(way -> waiting(way, time, request).map(threads -> Cell.of(way, threads, budget.spent())))
                .toList();
        Timing predicted = predicted(time);
        return Uni.join()
                .all(cells)
                .andFailFast()
                .map(all -> new Answer(time, all, predicted, Timing.of(budget.spent())));
    }

    private Uni<List<String>> waiting(Way way, Duration time, LabRequest request) {
        Waiter waiter =
                switch (way.waits) {
                    case "worker thread" -> Waiter.ofThreads(workers, request.admitted());
                    case "event loop" -> Waiter.ofTheEventLoop(clock);
                    default -> Waiter.ofThreads(virtualThreads, request.admitted());
                };
        return way.order.equals("in line") ? waiter.inLine(WAITS, time) : waiter.atOnce(WAITS, time);
    }

    @Override
    public List<Prediction> predict(LabRequest request) {
        Duration time = time(request);
        List<Bar> bars = ways(time).stream()
                .map(way ->
                        Bar.of(way.waits + ", " + way.order, Optional.of(Duration.ZERO), Optional.of(way.predicted)))
                .toList();
        return List.of(new Prediction("matrix", predicted(time), bars));
    }

    private static Duration time(LabRequest request) {
        return request.fields("seconds").seconds("seconds", Duration.ofSeconds(1));
    }

    /** As long as the longest of the six. */
    private static Timing predicted(Duration time) {
        return Timing.of(time.multipliedBy(WAITS));
    }

    private static List<Way> ways(Duration time) {
        return Stream.of("worker thread", "event loop", "virtual thread")
                .flatMap(waits ->
                        Stream.of(new Way(waits, "in line", time.multipliedBy(WAITS)), new Way(waits, "at once", time)))
                .toList();
    }

    private record Way(String waits, String order, Duration predicted) {}

    record Answer(Duration seconds, List<Cell> cells, Timing predicted, Timing measured) {}

    record Cell(String waits, String order, List<String> threads, Timing predicted, Timing measured) {
        private static Cell of(Way way, List<String> threads, Duration spent) {
            List<String> distinct = threads.stream().distinct().toList();
            return new Cell(way.waits, way.order, distinct, Timing.of(way.predicted), Timing.of(spent));
        }
    }
}
