package dev.newsfan.lab;

import dev.newsfan.config.WorkerThreads;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.AtCapacityException;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Many callers at one wait: whose wait in line, and where does the line begin? */
@Path("/lab/callers")
class CallersResource {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    /** Shorter waits than this are lost in the noise of so many connections. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final ExclusiveRun turn =
            new ExclusiveRun("Other callers are on their way; the lab sends one crowd at a time");
    private final Crowds crowds;
    private final EventStream stream;
    private final int workers;

    CallersResource(Crowds crowds, EventStream stream, Config config) {
        this.crowds = crowds;
        this.stream = stream;
        this.workers = WorkerThreads.of(config);
    }

    /** Begins with {@code callers} and ends with {@code summary}. */
    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> callers(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, AtCapacityException {
        Parameters given = Parameters.of(uri, "mode", "callers", "seconds");
        Crowd crowd = new Crowd(
                given.word("mode", "sync", "async", "virtual"),
                given.number("callers", 1, MOST, USUAL),
                given.seconds("seconds", SHORTEST, Duration.ofSeconds(1)),
                workers);
        AdmittedRequest visit = AdmittedRequest.of(request);
        turn.takeFor(visit);
        Tally tally = new Tally(crowd);
        Multi<OutboundSseEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> stream.event("callers", StartLine.of(crowd))),
                        crowds.send(crowd).invoke(tally::add).map(back -> stream.event("returned", back)),
                        Multi.createFrom().item(() -> stream.event("summary", tally.summary())));
        return stream.of(events, visit);
    }

    @RegisterForReflection
    private record StartLine(
            String mode,
            int callers,
            Duration seconds,
            int workerThreads,
            Optional<Integer> lineBeginsAt,
            Crowd.Figures predicted) {
        static StartLine of(Crowd crowd) {
            return new StartLine(
                    crowd.mode(),
                    crowd.callers(),
                    crowd.time(),
                    crowd.workers(),
                    crowd.lineBeginsAt(),
                    crowd.predicted());
        }
    }
}
