package dev.newsfan.http;

import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a request whose address is no URI (RFC 3986) with a 400 that says where, before anybody else reads it. */
@Singleton
final class UriCheck {

    /** The parameter in which a text ends. */
    private static final Pattern LAST_PARAMETER = Pattern.compile("[?&]([^?&=]+)=[^&]*$");

    private static final int BAD_REQUEST = 400;

    /**
     * After what watches the connection and what tells of each request, and before any route that has a path: to compare that with
     * one that is none fails.
     */
    private static final int PRIORITY = ObserverMethod.DEFAULT_PRIORITY + 2;

    void route(@Observes @Priority(PRIORITY) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(UriCheck::check).failureHandler(UriCheck::refuse);
    }

    private static void check(RoutingContext request) {
        wrongWith(request.request().uri()).ifPresentOrElse(problem -> problem.answer(request), request::next);
    }

    /** Vert.x fails a request with a host that is none before any handler sees it, and Quarkus would log that as our mistake. */
    private static void refuse(RoutingContext request) {
        if (request.statusCode() == BAD_REQUEST && request.failure() instanceof VertxException) {
            Problem.of(BAD_REQUEST, "The header \"Host\" names no host.").answer(request);
        } else {
            request.next();
        }
    }

    /** What is wrong with an address, if anything is. */
    static Optional<Problem> wrongWith(String address) {
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            int at = Math.clamp(e.getIndex(), 0, address.length());
            Matcher parameter = LAST_PARAMETER.matcher(address.substring(0, at));
            String where =
                    parameter.find() ? "The parameter \"" + Parameters.echo(parameter.group(1)) + '"' : "The path";
            String rest = address.substring(at, Math.min(at + 3, address.length()));
            return Optional.of(Problem.of(
                    400,
                    where + " can't be read at \"" + Parameters.echo(rest)
                            + "\"; allowed: what RFC 3986 allows in a URI, and all else in UTF-8 as % and two hex digits.",
                    where.startsWith("The parameter")
                            ? Map.of("parameter", Parameters.echo(parameter.group(1)))
                            : Map.of()));
        }
    }
}
