package dev.newsfan.lab;

import dev.newsfan.config.WorkerThreads;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;

/** A fixed amount of computing in three places. It takes as long in each; what differs is who has to wait for it. */
@Path("/lab/cpu")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class CpuResource {

    private static final int MOST_ROUNDS = 50_000_000;
    private static final int USUAL_ROUNDS = 20_000_000;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Computing computing;
    private final EventLoops loops;
    private final Heartbeat heartbeat;
    private final Freezes freezes;
    private final ExecutorService virtualThreads;
    private final int workers;

    CpuResource(
            Computing computing,
            EventLoops loops,
            Heartbeat heartbeat,
            Freezes freezes,
            @VirtualThreads ExecutorService virtualThreads,
            Config config) {
        this.computing = computing;
        this.loops = loops;
        this.heartbeat = heartbeat;
        this.freezes = freezes;
        this.virtualThreads = virtualThreads;
        this.workers = WorkerThreads.of(config);
    }

    /** Wrong: everybody whom this event loop serves waits until it is done. */
    @GET
    @Path("on-loop")
    public Uni<Answer> onLoop(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        int rounds = rounds(uri);
        AdmittedRequest visit = AdmittedRequest.of(request);
        String loop = loops.toFreeze();
        return freezes.inTurn(() -> computing
                .predict(rounds)
                .flatMap(time -> heartbeat
                        .during(() -> loops.run(loop, () -> Computing.here(rounds, visit)))
                        .map(seen -> Answer.of("on-loop", rounds, LoopFigures.predicted(time, time), seen))));
    }

    /** Right: it computes on a worker thread, which the operating system interrupts when others want to run. */
    @GET
    @Path("offloaded")
    public Uni<Answer> offloaded(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        // One has to be free for the neighbour.
        int others = Math.min(PROCESSORS, workers - 1);
        return on("offloaded", Infrastructure.getDefaultExecutor(), others, time -> Duration.ZERO, uri, request);
    }

    /** No better: nobody interrupts a virtual thread that computes, so others wait until its carrier is free. */
    @GET
    @Path("virtual")
    public Uni<Answer> virtual(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        return on("virtual", virtualThreads, PROCESSORS, time -> time, uri, request);
    }

    /** @param neighbourWaits what is predicted of the neighbour, by the time that the work takes */
    private Uni<Answer> on(
            String way,
            Executor threads,
            int others,
            UnaryOperator<Duration> neighbourWaits,
            UriInfo uri,
            RoutingContext request)
            throws BadParameterException {
        int rounds = rounds(uri);
        AdmittedRequest visit = AdmittedRequest.of(request);
        return freezes.inTurn(() -> computing
                .predict(rounds)
                .flatMap(time -> computing
                        .on(threads, rounds, visit)
                        .map(seen -> Answer.of(way, rounds, LoopFigures.predicted(time, Duration.ZERO), seen))
                        .flatMap(answer -> computing
                                .neighbour(threads, others, rounds, visit)
                                .map(waited -> answer.with(neighbourWaits.apply(time), waited)))));
    }

    private static int rounds(UriInfo uri) throws BadParameterException {
        return Parameters.of(uri, "rounds").number("rounds", 1, MOST_ROUNDS, USUAL_ROUNDS);
    }

    record Answer(
            String way,
            int rounds,
            String thread,
            List<Heartbeat.LoopReport> loops,
            Optional<Waited> neighbour,
            LoopFigures predicted,
            LoopFigures measured) {

        private static Answer of(
                String way, int rounds, LoopFigures predicted, Heartbeat.Observed<Computing.Done> seen) {
            Computing.Done done = seen.item();
            LoopFigures measured = new LoopFigures(done.time(), seen.longestPause());
            return new Answer(way, rounds, done.thread(), seen.loops(), Optional.empty(), predicted, measured);
        }

        private Answer with(Duration predictedWait, Duration measuredWait) {
            Waited waited = new Waited(predictedWait, measuredWait);
            return new Answer(way, rounds, thread, loops, Optional.of(waited), predicted, measured);
        }
    }

    /** How long another thread of the kind waits for its first step while others of the kind compute. */
    record Waited(Duration predicted, Duration measured) {}
}
