package dev.newsfan.source;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The one request that a source gets.
 *
 * <p>A Uni in every mode: cancelling it closes the call's socket or stream, whereas a blocking method takes neither a
 * deadline nor a cancellation that far.
 */
@Path("")
interface UpstreamApi {

    /** The answer, whatever its status: also 302 and 500 are an answer. */
    @GET
    Uni<RestResponse<byte[]>> get();
}
