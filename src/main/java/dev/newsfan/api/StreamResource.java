package dev.newsfan.api;

import dev.newsfan.aggregate.NewsAggregator;
import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.aggregate.NewsStream;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.Parameters;
import dev.newsfan.http.Problem;
import dev.newsfan.timeline.TraceId;
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
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The news of {@code /async-news} in parts: each source's as soon as it has answered, and the digest last. */
@Path("/stream-news")
@RegisterForReflection
class StreamResource {

    private static final Logger LOG = Logger.getLogger(StreamResource.class);

    private final NewsAggregator aggregator;
    private final NewsStream news;
    private final EventStream stream;

    StreamResource(NewsAggregator aggregator, NewsStream news, EventStream stream) {
        this.aggregator = aggregator;
        this.news = news;
        this.stream = stream;
    }

    /** Ends with {@code digest}, or with {@code problem} if no source is ok. */
    @GET
    @NonBlocking
    @Admitted(Mode.ASYNC)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> stream(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException {
        Parameters given = Parameters.of(uri, "sources", "q", "limit", "merged");
        NewsQuery query = NewsParameters.news(given, aggregator.names());
        boolean merged = given.word("merged", "false", "true").equals("true");
        AdmittedRequest request = AdmittedRequest.of(context);
        Multi<OutboundSseEvent> events = news.parts(query, request.budget(), request.step(), merged)
                .map(part -> event(part, request))
                .onFailure()
                .invoke(e -> LOG.errorf(
                        e,
                        "A stream failed inside Newsfan%s",
                        TraceId.mark(request.step().trace())))
                .onFailure()
                .recoverWithItem(() -> stream.problem(Problem.ours(Map.of()), request));
        return stream.of(request, events);
    }

    private OutboundSseEvent event(NewsStream.Part part, AdmittedRequest request) {
        return switch (part) {
            case NewsStream.Part.FromSource fromSource -> stream.event("source", fromSource);
            case NewsStream.Part.Whole(var digest)
            when digest.failed() -> stream.problem(Digests.problem(digest), request);
            case NewsStream.Part.Whole(var digest) -> stream.event("digest", digest);
        };
    }
}
