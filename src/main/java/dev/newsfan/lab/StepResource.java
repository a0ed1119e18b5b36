package dev.newsfan.lab;

import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The service's own steps for the fan-out experiment: two slow ones and three quick ones. */
@Path(Steps.PATH + "{step}")
@Produces(MediaType.APPLICATION_JSON)
class StepResource {

    private final Clock clock;

    StepResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @NonBlocking
    public Uni<Answer> step(@RestPath String step, @Context UriInfo uri) throws BadParameterException {
        Optional<Duration> usual = Optional.ofNullable(Steps.OWN.get(step));
        Duration time = Parameters.of(uri, "seconds").seconds("seconds", usual.orElseThrow(NotFoundException::new));
        Stopwatch watch = Stopwatch.start();
        return clock.pass(time)
                .map(rung -> new Answer(
                        step, Thread.currentThread().getName(), Timing.of(time), Timing.of(watch.elapsed())));
    }

    record Answer(String step, String thread, Timing predicted, Timing measured) {}
}
