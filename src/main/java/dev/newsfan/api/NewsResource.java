package dev.newsfan.api;

import dev.newsfan.aggregate.Digest;
import dev.newsfan.aggregate.NewsAggregator;
import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.IfNoneMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The news, asked for in three ways. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
class NewsResource {

    private final NewsAggregator aggregator;

    NewsResource(NewsAggregator aggregator) {
        this.aggregator = aggregator;
    }

    @GET
    @Path("sync-news")
    @Blocking
    @Admitted(Mode.SYNC)
    public Response sync(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        NewsQuery query = NewsParameters.news(uri, aggregator.names());
        AdmittedRequest request = AdmittedRequest.of(context);
        return respond(aggregator.sync(query, request.budget(), request.cancellation(), request.step()), context);
    }

    @GET
    @Path("async-news")
    @NonBlocking
    @Admitted(Mode.ASYNC)
    public Uni<Response> async(@Context UriInfo uri, @Context RoutingContext context) throws BadParameterException {
        NewsQuery query = NewsParameters.news(uri, aggregator.names());
        AdmittedRequest request = AdmittedRequest.of(context);
        return aggregator.async(query, request.budget(), request.step()).map(digest -> respond(digest, context));
    }

    @GET
    @Path("virtual-news")
    @RunOnVirtualThread
    @Admitted(Mode.VIRTUAL)
    public Response virtual(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        NewsQuery query = NewsParameters.news(uri, aggregator.names());
        AdmittedRequest request = AdmittedRequest.of(context);
        return respond(aggregator.virtual(query, request.budget(), request.cancellation(), request.step()), context);
    }

    private static Response respond(Digest digest, RoutingContext context) {
        return Digests.respond(digest, IfNoneMatch.of(context.request()));
    }
}
