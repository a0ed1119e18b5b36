package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * Three waits in six ways. It separates the two things that {@code sync} and {@code async} differ in: in which order, and
 * what waits.
 */
@Path("/lab/matrix")
@Produces(MediaType.APPLICATION_JSON)
class MatrixResource {

    private static final int WAITS = 3;

    private final Clock clock;
    private final ExecutorService virtualThreads;

    MatrixResource(Clock clock, @VirtualThreads ExecutorService virtualThreads) {
        this.clock = clock;
        this.virtualThreads = virtualThreads;
    }

    /** Runs the six at once; none of them gets in another's way. */
    @GET
    @NonBlocking
    public Uni<Answer> matrix(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        Duration time = Parameters.of(uri, "seconds").seconds("seconds", Duration.ofSeconds(1));
        Timing predicted = Timing.of(time.multipliedBy(WAITS));
        Stopwatch watch = Stopwatch.start();
        AdmittedRequest visit = AdmittedRequest.of(request);
        List<Uni<Cell>> cells = Stream.of(
                        cells("worker thread", new Waiting.OfThreads(Infrastructure.getDefaultExecutor(), visit), time),
                        cells("event loop", new Waiting.OfTheEventLoop(clock), time),
                        cells("virtual thread", new Waiting.OfThreads(virtualThreads, visit), time))
                .flatMap(List::stream)
                .toList();
        return Uni.join()
                .all(cells)
                .andFailFast()
                .map(all -> new Answer(time, all, predicted, Timing.of(watch.elapsed())));
    }

    private static List<Uni<Cell>> cells(String waits, Waiting waiting, Duration time) {
        return List.of(
                timed(waiting.inLine(WAITS, time), waits, "in line", Timing.of(time.multipliedBy(WAITS))),
                timed(waiting.atOnce(WAITS, time), waits, "at once", Timing.of(time)));
    }

    private static Uni<Cell> timed(Uni<List<String>> waiting, String waits, String order, Timing predicted) {
        return Uni.createFrom().deferred(() -> {
            Stopwatch watch = Stopwatch.start();
            return waiting.map(threads -> new Cell(
                    waits, order, threads.stream().distinct().toList(), predicted, Timing.of(watch.elapsed())));
        });
    }

    record Answer(Duration seconds, List<Cell> cells, Timing predicted, Timing measured) {}

    record Cell(String waits, String order, List<String> threads, Timing predicted, Timing measured) {}
}
