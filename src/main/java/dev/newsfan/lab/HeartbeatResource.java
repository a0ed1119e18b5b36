package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The beats of all event loops, as they happen and without end. */
@Path("/lab/heartbeat")
class HeartbeatResource {

    private final Heartbeat heartbeat;
    private final EventLoops loops;
    private final EventStream stream;

    HeartbeatResource(Heartbeat heartbeat, EventLoops loops, EventStream stream) {
        this.heartbeat = heartbeat;
        this.loops = loops;
        this.stream = stream;
    }

    /** Begins with {@code loops}. */
    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> beats(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException {
        Parameters.of(uri);
        AdmittedRequest visit = AdmittedRequest.of(request);
        String deliveredBy = Thread.currentThread().getName();
        var first = new Loops(List.copyOf(loops.byName().keySet()), Heartbeat.EVERY, deliveredBy, heartbeat.now());
        Multi<OutboundSseEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> stream.event("loops", first)),
                        heartbeat.beats().map(beat -> stream.event("beat", beat)));
        loops.audience(deliveredBy, 1);
        visit.whenEnded(() -> loops.audience(deliveredBy, -1));
        return stream.of(events, visit);
    }

    @RegisterForReflection
    private record Loops(List<String> loops, Duration every, String deliveredBy, Instant now) {}
}
