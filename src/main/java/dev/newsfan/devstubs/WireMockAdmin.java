package dev.newsfan.devstubs;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** What we use of WireMock's own API (wiremock.org/docs/standalone/admin-api-reference). Its JSON comes and goes as text. */
@Path("/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface WireMockAdmin {

    /** All stubs. */
    @GET
    Uni<String> mappings();

    /** Replaces a stub. */
    @PUT
    @Path("/{id}")
    Uni<String> change(@RestPath String id, String mapping);
}
