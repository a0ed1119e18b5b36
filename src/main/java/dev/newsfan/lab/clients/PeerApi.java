package dev.newsfan.lab.clients;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.Closeable;
import org.jboss.resteasy.reactive.RestResponse;

/** The peer of the experiment, as the REST client sees it. */
@Path(ClientsResource.PEER)
interface PeerApi extends Closeable {

    @GET
    Uni<RestResponse<byte[]>> get();

    @Override
    void close();
}
