package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Parameters;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** A request for an experiment, or for what is predicted of it: that one needs no permit, and has no more than fields. */
public record LabRequest(@Context UriInfo uri, @Context RoutingContext context) {

    /** Its fields, if there are none but these. */
    public Parameters fields(String... allowed) {
        return Parameters.of(uri, allowed);
    }

    /** Its only field, if it is given: a time. */
    public Duration seconds(Duration usual) {
        return fields("seconds").seconds("seconds", usual);
    }

    public AdmittedRequest admitted() {
        return AdmittedRequest.of(context);
    }

    /** The time since its arrival: all that is measured is measured by it. */
    public Duration spent() {
        return admitted().budget().spent();
    }
}
