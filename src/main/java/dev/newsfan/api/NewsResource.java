package dev.newsfan.api;

import dev.newsfan.desk.NewsDesk;
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

/** The news, asked for in three ways. {@link Door} has let the request in before. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class NewsResource {

    private final NewsDesk desk;

    NewsResource(NewsDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("sync-news")
    @Blocking
    public Response sync(@Context RoutingContext request) throws InterruptedException {
        Visit visit = Visit.of(request);
        return Digests.respond(desk.sync(visit.request(), visit.cancellation()));
    }

    @GET
    @Path("async-news")
    @NonBlocking
    public Uni<Response> async(@Context RoutingContext request) {
        return desk.async(Visit.of(request).request()).map(Digests::respond);
    }

    @GET
    @Path("virtual-news")
    @RunOnVirtualThread
    public Response virtual(@Context RoutingContext request) throws InterruptedException {
        Visit visit = Visit.of(request);
        return Digests.respond(desk.virtual(visit.request(), visit.cancellation()));
    }
}
