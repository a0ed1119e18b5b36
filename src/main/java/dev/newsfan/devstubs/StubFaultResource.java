package dev.newsfan.devstubs;

import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Parameters;
import dev.newsfan.http.Problem;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** Gives a source's stub a fault. */
@Path("/sources/{name}/trouble")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@IfBuildProfile(anyOf = {"dev", "test"})
class StubFaultResource {

    private final WireMockStubs stubs;

    StubFaultResource(WireMockStubs stubs) {
        this.stubs = stubs;
    }

    @PUT
    public Uni<Response> change(@RestPath String name, @Context UriInfo uri) throws BadParameterException {
        String kind = Parameters.of(uri, "kind").value("kind").orElse("");
        StubFault fault = StubFault.of(kind)
                .orElseThrow(() -> new BadParameterException(
                        "kind",
                        "There is no trouble \"" + Parameters.echo(kind) + "\"; allowed: "
                                + String.join(", ", stubs.faults()) + "."));
        return stubs.change(name, fault)
                .map(found -> found
                        ? Response.ok(Map.of("name", name, "trouble", kind)).build()
                        : Problem.of(404, "No stub is named like the source \"" + Parameters.echo(name) + "\".")
                                .response()
                                .build());
    }

    /** What is to be had is in {@code GET /sources}. */
    @GET
    public Response read(@RestPath String name) {
        throw new NotAllowedException("PUT", new String[] {"OPTIONS"});
    }
}
