package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;

/** Three tasks that take one, two and three units of time: as long as their sum, or as the longest. */
@Path("/lab")
@Produces(MediaType.APPLICATION_JSON)
class GatherResource {

    private static final int LONGEST_NAME = 200;

    private final Tasks tasks;
    private final Clock clock;

    GatherResource(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GET
    @Path("sync/gather")
    @Blocking
    public Tasks.Done sync(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        return tasks.sync(three(uri), AdmittedRequest.of(request));
    }

    @GET
    @Path("async/gather")
    @NonBlocking
    public Uni<Tasks.Done> async(@Context UriInfo uri) throws BadParameterException {
        return tasks.async(three(uri));
    }

    @GET
    @Path("virtual/gather")
    @RunOnVirtualThread
    public Tasks.Done virtual(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        return tasks.virtual(three(uri), AdmittedRequest.of(request));
    }

    private List<Task> three(UriInfo uri) throws BadParameterException {
        Parameters given = Parameters.of(uri, "seconds", "user_name");
        Duration unit = given.seconds("seconds", Duration.ofSeconds(1));
        String name = given.text("user_name", LONGEST_NAME).orElse("Ada");
        return List.of(
                task(name + "A", unit), task(name + "B", unit.multipliedBy(2)), task(name + "C", unit.multipliedBy(3)));
    }

    private Task task(String name, Duration time) {
        return new Task(name, time, () -> clock.pass(time));
    }
}
