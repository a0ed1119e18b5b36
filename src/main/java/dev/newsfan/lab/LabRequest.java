package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Parameters;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** A request for an experiment, or for what is predicted of it. */
public record LabRequest(@Context UriInfo uri, @Context RoutingContext context) {

    /** Its fields, if there are none but these. */
    public Parameters fields(String... allowed) {
        return Parameters.of(uri, allowed);
    }

    /** What has been let in; a prediction needs no permit, and has nothing here. */
    public AdmittedRequest admitted() {
        return AdmittedRequest.of(context);
    }
}
