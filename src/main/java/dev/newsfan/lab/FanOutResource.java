package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
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
import java.util.List;

/** Asks whatever the configuration names, in three ways; by default the service's own steps. One that fails spoils no other. */
@Path("/lab")
@Produces(MediaType.APPLICATION_JSON)
class FanOutResource {

    private final Tasks tasks;
    private final LabConfig config;
    private final Steps steps;

    FanOutResource(Tasks tasks, LabConfig config, Steps steps) {
        this.tasks = tasks;
        this.config = config;
        this.steps = steps;
    }

    @GET
    @Path("sync/fan-out")
    @Blocking
    public Answer sync(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        return Answer.of(tasks.sync(calls(uri), AdmittedRequest.of(request)));
    }

    @GET
    @Path("async/fan-out")
    @NonBlocking
    public Uni<Answer> async(@Context UriInfo uri) throws BadParameterException {
        return tasks.async(calls(uri)).map(Answer::of);
    }

    @GET
    @Path("virtual/fan-out")
    @RunOnVirtualThread
    public Answer virtual(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        return Answer.of(tasks.virtual(calls(uri), AdmittedRequest.of(request)));
    }

    /** The caller has no say in what is asked. */
    private List<Task> calls(UriInfo uri) throws BadParameterException {
        Parameters.of(uri);
        return config.fanOut().stream().map(steps::call).toList();
    }

    record Answer(String mode, List<Tasks.Report> calls, Timing predicted, Timing measured) {
        static Answer of(Tasks.Done done) {
            return new Answer(done.mode(), done.tasks(), done.predicted(), done.measured());
        }
    }
}
