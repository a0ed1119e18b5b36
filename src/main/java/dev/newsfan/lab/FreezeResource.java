package dev.newsfan.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import java.util.function.Supplier;

/** The same wait, done wrong and done right, on an event loop. */
@Path("/lab")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class FreezeResource {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private final EventLoops loops;
    private final Heartbeat heartbeat;
    private final Freezes freezes;
    private final Clock clock;

    FreezeResource(EventLoops loops, Heartbeat heartbeat, Freezes freezes, Clock clock) {
        this.loops = loops;
        this.heartbeat = heartbeat;
        this.freezes = freezes;
        this.clock = clock;
    }

    /** Wrong: it sleeps on the event loop, and everybody whom this loop serves sleeps with it. */
    @GET
    @Path("wrong")
    public Uni<Answer> wrong(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        Duration time = time(uri);
        String loop = loops.toFreeze();
        AdmittedRequest visit = AdmittedRequest.of(request);
        return watch(loop, time, time, () -> loops.run(loop, () -> sleep(visit, time)));
    }

    /** Right: a timer of the event loop rings when the time has passed. */
    @GET
    @Path("right")
    public Uni<Answer> right(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        Duration time = time(uri);
        String loop = Thread.currentThread().getName();
        return watch(loop, time, Duration.ZERO, () -> clock.pass(time));
    }

    private static Duration time(UriInfo uri) throws BadParameterException {
        return Parameters.of(uri, "seconds").seconds("seconds", USUAL);
    }

    private Uni<Answer> watch(String loop, Duration time, Duration freeze, Supplier<Uni<Void>> work) {
        LoopFigures predicted = LoopFigures.predicted(time, freeze);
        Optional<String> note = freeze.isZero() ? Optional.empty() : freezes.note(loop);
        String thread = Thread.currentThread().getName();
        return freezes.inTurn(() -> {
            Stopwatch watch = Stopwatch.start();
            return heartbeat
                    .during(() -> work.get().map(ended -> watch.elapsed()))
                    .map(seen -> new Answer(
                            loop,
                            thread,
                            seen.loops(),
                            note,
                            predicted,
                            new LoopFigures(seen.item(), seen.longestPause())));
        });
    }

    private static Void sleep(AdmittedRequest visit, Duration time) {
        try {
            visit.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @JsonInclude(Include.NON_ABSENT)
    record Answer(
            String loop,
            String thread,
            List<Heartbeat.LoopReport> loops,
            Optional<String> note,
            LoopFigures predicted,
            LoopFigures measured) {}
}
