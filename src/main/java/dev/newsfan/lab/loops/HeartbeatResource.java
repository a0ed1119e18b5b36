package dev.newsfan.lab.loops;

import dev.newsfan.http.EventStream;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.eventloops.EventLoops;
import dev.newsfan.lab.eventloops.Heartbeat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The ticks of all event loops, as they happen and without end. */
@Experiment
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

    /** Begins with {@code loops}; each {@code beat} is a tick. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> beats(@BeanParam LabRequest request) {
        request.fields();
        String deliveredBy = Thread.currentThread().getName();
        Loops first = new Loops(loops.names(), Heartbeat.EVERY, deliveredBy, heartbeat.now());
        Multi<OutboundSseEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> stream.event("loops", first)),
                        heartbeat.ticks().map(tick -> stream.event("beat", tick)));
        loops.audience(deliveredBy, 1);
        request.admitted().whenEnded(() -> loops.audience(deliveredBy, -1));
        return stream.of(events, request.admitted());
    }

    @RegisterForReflection
    private record Loops(List<String> loops, Duration every, String deliveredBy, Instant now) {}
}
