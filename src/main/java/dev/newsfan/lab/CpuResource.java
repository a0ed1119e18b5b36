package dev.newsfan.lab;

import dev.newsfan.http.BadParameter;
import dev.newsfan.http.Busy;
import dev.newsfan.http.Parameters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A fixed amount of computing in three places. It takes as long in each; what differs is who has to wait for it. */
@Path("/lab/cpu")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class CpuResource {

    private static final int MOST_ROUNDS = 50_000_000;
    private static final int USUAL_ROUNDS = 20_000_000;

    private final EventLoops loops;
    private final Heartbeat heartbeat;
    private final Freezes freezes;
    private final ExecutorService virtualThreads;

    CpuResource(
            EventLoops loops, Heartbeat heartbeat, Freezes freezes, @VirtualThreads ExecutorService virtualThreads) {
        this.loops = loops;
        this.heartbeat = heartbeat;
        this.freezes = freezes;
        this.virtualThreads = virtualThreads;
    }

    /** Wrong: everybody whom this event loop serves waits until it is done. */
    @GET
    @Path("on-loop")
    public Uni<Answer> onLoop(@Context UriInfo uri) throws BadParameter, Busy {
        int rounds = rounds(uri);
        String loop = loops.toFreeze();
        return freezes.inTurn(() -> predict(rounds)
                .flatMap(time -> observe(run -> loops.run(loop, run), rounds)
                        .map(seen -> Answer.of("on-loop", rounds, time, time, seen, Optional.empty()))));
    }

    /** Right: it computes on a worker thread, which the operating system interrupts when others want to run. */
    @GET
    @Path("offloaded")
    public Uni<Answer> offloaded(@Context UriInfo uri) throws BadParameter, Busy {
        return on("offloaded", Infrastructure.getDefaultExecutor(), rounds(uri), time -> Duration.ZERO);
    }

    /** No better: nobody interrupts a virtual thread that computes, so others wait until its carrier is free. */
    @GET
    @Path("virtual")
    public Uni<Answer> virtual(@Context UriInfo uri) throws BadParameter, Busy {
        return on("virtual", virtualThreads, rounds(uri), time -> time);
    }

    private static int rounds(UriInfo uri) throws BadParameter {
        return Parameters.of(uri.getQueryParameters(), "rounds").number("rounds", 1, MOST_ROUNDS, USUAL_ROUNDS);
    }

    private Uni<Answer> on(String way, Executor threads, int rounds, Function<Duration, Duration> neighbourWaits)
            throws Busy {
        return freezes.inTurn(() -> predict(rounds)
                .flatMap(time -> observe(work -> run(threads, work), rounds)
                        .flatMap(seen -> neighbour(threads, rounds)
                                .map(waited -> new Waited(neighbourWaits.apply(time), waited))
                                .map(waited ->
                                        Answer.of(way, rounds, time, Duration.ZERO, seen, Optional.of(waited))))));
    }

    private static Uni<Duration> neighbour(Executor threads, int rounds) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Neighbour.among(threads, rounds)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static Uni<Duration> predict(int rounds) {
        return Uni.createFrom().item(() -> Work.predict(rounds)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static Uni<Void> run(Executor threads, Runnable work) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    work.run();
                    return null;
                })
                .runSubscriptionOn(threads);
    }

    private Uni<Heartbeat.Observed<Computed>> observe(Function<Runnable, Uni<Void>> place, int rounds) {
        return heartbeat.during(() -> {
            AtomicReference<Computed> computed = new AtomicReference<>();
            return place.apply(() -> computed.set(new Computed(
                            Work.compute(rounds), Thread.currentThread().getName())))
                    .map(ended -> computed.get());
        });
    }

    private record Computed(Duration time, String thread) {}

    record Answer(
            String way,
            int rounds,
            String thread,
            List<Heartbeat.LoopReport> loops,
            Optional<Waited> neighbour,
            LoopFigures predicted,
            LoopFigures measured) {

        private static Answer of(
                String way,
                int rounds,
                Duration time,
                Duration freeze,
                Heartbeat.Observed<Computed> seen,
                Optional<Waited> neighbour) {
            return new Answer(
                    way,
                    rounds,
                    seen.item().thread(),
                    seen.loops(),
                    neighbour,
                    LoopFigures.predicted(time, freeze),
                    new LoopFigures(seen.item().time(), seen.longestPause()));
        }
    }

    /** How long another thread of the kind waits for its first step while others of the kind compute. */
    record Waited(Duration predicted, Duration measured) {}
}
