package dev.newsfan.api;

import dev.newsfan.aggregate.Digest;
import dev.newsfan.aggregate.Explained;
import dev.newsfan.aggregate.NewsAggregator;
import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.IfNoneMatch;
import dev.newsfan.http.Parameters;
import dev.newsfan.timeline.Step;
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
    private final Explanations explanations;

    NewsResource(NewsAggregator aggregator, Explanations explanations) {
        this.aggregator = aggregator;
        this.explanations = explanations;
    }

    @GET
    @Path("sync-news")
    @Blocking
    @Admitted(Mode.SYNC)
    public Response sync(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        Asked asked = asked(uri, context, AdmittedRequest.of(context));
        return asked.respond(aggregator.sync(asked.query(), asked.budget(), asked.cancellation(), asked.step()));
    }

    @GET
    @Path("async-news")
    @NonBlocking
    @Admitted(Mode.ASYNC)
    public Uni<Response> async(@Context UriInfo uri, @Context RoutingContext context) throws BadParameterException {
        Asked asked = asked(uri, context, AdmittedRequest.of(context));
        return aggregator.async(asked.query(), asked.budget(), asked.step()).map(asked::respond);
    }

    @GET
    @Path("virtual-news")
    @RunOnVirtualThread
    @Admitted(Mode.VIRTUAL)
    public Response virtual(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        Asked asked = asked(uri, context, AdmittedRequest.of(context));
        return asked.respond(aggregator.virtual(asked.query(), asked.budget(), asked.cancellation(), asked.step()));
    }

    private Asked asked(UriInfo uri, RoutingContext context, AdmittedRequest request) throws BadParameterException {
        Parameters given = Parameters.of(uri, "sources", "q", "limit", Explanations.PARAMETER);
        NewsQuery query = NewsParameters.news(given, aggregator.names());
        return new Asked(query, request, explanations.begin(given, request), IfNoneMatch.of(context.request()));
    }

    /** @param known what the caller has already */
    private record Asked(NewsQuery query, AdmittedRequest request, Explained explained, IfNoneMatch known) {

        Budget budget() {
            return request.budget();
        }

        CancellationToken cancellation() {
            return request.cancellation();
        }

        Step step() {
            return explained.step();
        }

        Response respond(Digest digest) {
            return explained
                    .explanation()
                    .map(explanation -> Digests.respond(digest, explanation))
                    .orElseGet(() -> Digests.respond(digest, known));
        }
    }
}
