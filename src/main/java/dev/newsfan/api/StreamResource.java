package dev.newsfan.api;

import dev.newsfan.desk.NewsDesk;
import dev.newsfan.desk.NewsPart;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The news of {@code /async-news} in parts: each source's as soon as it has answered, and the digest last. */
@Path("/stream-news")
class StreamResource {

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
        return stream.of(visit, desk.stream(visit.query(), visit.budget()).map(this::event));
    }

    private OutboundSseEvent event(NewsPart part) {
        return switch (part) {
            case NewsPart.FromSource fromSource -> stream.event("source", fromSource);
            case NewsPart.Whole(var digest) when digest.failed() -> stream.event("problem", Digests.problem(digest));
            case NewsPart.Whole(var digest) -> stream.event("digest", digest);
        };
    }
}
