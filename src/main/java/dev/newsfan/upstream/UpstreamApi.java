package dev.newsfan.upstream;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The one request that a source gets.
 *
 * <p>A Uni in every mode: cancelling it closes the call's socket or stream, whereas a blocking method takes neither a
 * deadline nor a cancellation that far.
 */
@Path("")
interface UpstreamApi {

    /**
     * The answer, whatever its status: also 302 and 500 are an answer.
     *
     * @param parameters are added to the query of the source's URL
     */
    @GET
    Uni<RestResponse<byte[]>> get(@RestQuery Map<String, String> parameters);
}
