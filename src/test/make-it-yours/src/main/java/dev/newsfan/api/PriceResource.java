package dev.newsfan.api;

import dev.newsfan.aggregate.Comparison;
import dev.newsfan.aggregate.Explained;
import dev.newsfan.aggregate.PriceAggregator;
import dev.newsfan.aggregate.PriceQuery;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Parameters;
import dev.newsfan.http.Problem;
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
import java.util.Map;

/** The prices of a product, asked for in three ways. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
class PriceResource {

    private final PriceAggregator aggregator;
    private final Explanations explanations;

    PriceResource(PriceAggregator aggregator, Explanations explanations) {
        this.aggregator = aggregator;
        this.explanations = explanations;
    }

    @GET
    @Path("sync-prices")
    @Blocking
    @Admitted(Mode.SYNC)
    public Response sync(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        Asked asked = asked(uri, context);
        return asked.respond(aggregator.sync(asked.query(), asked.budget(), asked.cancellation(), asked.step()));
    }

    @GET
    @Path("async-prices")
    @NonBlocking
    @Admitted(Mode.ASYNC)
    public Uni<Response> async(@Context UriInfo uri, @Context RoutingContext context) throws BadParameterException {
        Asked asked = asked(uri, context);
        return aggregator.async(asked.query(), asked.budget(), asked.step()).map(asked::respond);
    }

    @GET
    @Path("virtual-prices")
    @RunOnVirtualThread
    @Admitted(Mode.VIRTUAL)
    public Response virtual(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException, InterruptedException {
        Asked asked = asked(uri, context);
        return asked.respond(aggregator.virtual(asked.query(), asked.budget(), asked.cancellation(), asked.step()));
    }

    private Asked asked(UriInfo uri, RoutingContext context) throws BadParameterException {
        AdmittedRequest request = AdmittedRequest.of(context);
        Parameters given = Parameters.of(uri, "product", "sources", Explanations.PARAMETER);
        return new Asked(
                PriceParameters.prices(given, aggregator.names()), request, explanations.begin(given, request));
    }

    private record Asked(PriceQuery query, AdmittedRequest request, Explained explained) {

        Budget budget() {
            return request.budget();
        }

        CancellationToken cancellation() {
            return request.cancellation();
        }

        Step step() {
            return explained.step();
        }

        /** 504 if time was all that lacked, otherwise 502 (RFC 9110, sections 15.6.5 and 15.6.3). */
        Response respond(Comparison comparison) {
            if (!comparison.failed()) {
                return Response.ok(comparison.explained(explained.explanation()))
                        .build();
            }
            int status = comparison.timedOut() ? 504 : 502;
            return Problem.of(status, "No shop gave an answer.", Map.of("sources", comparison.sources()))
                    .response()
                    .build();
        }
    }
}
