package dev.newsfan.api;

import dev.newsfan.desk.NewsDesk;
import dev.newsfan.desk.NewsPart;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The news of {@code /async-news} in parts: each source's as soon as it has answered, and the digest last. */
@Path("/stream-news")
class StreamResource {

    private static final Logger LOG = Logger.getLogger(StreamResource.class);

    private final NewsDesk desk;
    private final EventStream stream;

    StreamResource(NewsDesk desk, EventStream stream) {
        this.desk = desk;
        this.stream = stream;
    }

    /** Ends with {@code digest}, or with {@code problem} if no source is ok. */
    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> stream(@Context RoutingContext request) {
        Visit visit = Visit.of(request);
        Multi<OutboundSseEvent> events = desk.stream(visit.query(), visit.budget())
                .map(this::event)
                .onFailure()
                .invoke(e -> LOG.error("A stream failed inside Newsfan", e))
                .onFailure()
                .recoverWithItem(() -> stream.event("problem", Problem.of(500, Problems.OURS)));
        return stream.of(events, visit::abandon);
    }

    private OutboundSseEvent event(NewsPart part) {
        return switch (part) {
            case NewsPart.FromSource fromSource -> stream.event("source", fromSource);
            case NewsPart.Whole(var digest) when digest.failed() -> stream.event("problem", Digests.problem(digest));
            case NewsPart.Whole(var digest) -> stream.event("digest", digest);
        };
    }
}
