package dev.newsfan.http;

import dev.newsfan.timeline.TraceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of exceptions. None shows a stack trace or an inner message to a client. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** Not found, method not allowed, not acceptable and the like, with the headers that belong to them. */
    @ServerExceptionMapper
    Response map(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        Response.ResponseBuilder response = Problem.of(status, detail(status)).response();
        e.getResponse().getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.header(name, value));
            }
        });
        if (status == 405 && !e.getResponse().getHeaders().containsKey(HttpHeaders.ALLOW)) {
            // RFC 9110, section 15.5.6, wants it, and Quarkus doesn't say it: what isn't said otherwise can only be
            // read.
            response.header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response map(BadParameterException e) {
        return Problem.of(e).response().build();
    }

    @ServerExceptionMapper
    Response map(AtCapacityException e) {
        return Problem.tryAgain(e.getMessage());
    }

    /** The client has gone. The response finds nobody; it only ends the request. */
    @ServerExceptionMapper
    Response map(CancellationException e) {
        return Problem.of(503, "The request was given up, as the client went away.")
                .response()
                .build();
    }

    /** A worker thread is interrupted when the service stops. */
    @ServerExceptionMapper
    Response map(InterruptedException e) {
        return Problem.of(503, "The service is stopping.").response().build();
    }

    /** An answer that can't be written as its client has gone is nobody's mistake. */
    @ServerExceptionMapper
    Response map(Throwable e, RoutingContext request) {
        if (ClientDisconnects.isCauseOf(e)) {
            LOG.debug("A client went away before it had its answer", e);
        } else {
            LOG.errorf(e, "A request failed inside Newsfan%s", TraceId.mark(RequestIds.of(request)));
        }
        return Problem.ours(Map.of()).response().build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing here. The news is at /sync-news, /async-news and /virtual-news.";
            case 405 -> "This method is not allowed here; the header Allow says which are.";
            case 406 ->
                "The news is application/json, and errors are application/problem+json; nothing else is on offer.";
            default -> "The request can't be answered.";
        };
    }
}
