package dev.newsfan.api;

import dev.newsfan.desk.Admission;
import dev.newsfan.desk.NewsQuery;
import dev.newsfan.desk.NewsfanConfig;
import dev.newsfan.desk.Sources;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Cancellation;
import dev.newsfan.fanout.Mode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Receives each request for news on its event loop, before it waits for any thread: the budget starts, bad parameters are
 * refused, and so is a request for which there is no room.
 */
class Door {

    /** Places are left all the time; the caller may try again soon. */
    private static final int RETRY_AFTER_SECONDS = 1;

    private final NewsfanConfig config;
    private final Sources sources;
    private final Admission admission;

    Door(NewsfanConfig config, Sources sources, Admission admission) {
        this.config = config;
        this.sources = sources;
        this.admission = admission;
    }

    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> receive(SimpleResourceInfo resource, UriInfo uri, RoutingContext request) {
        if (!NewsResource.class.equals(resource.getResourceClass())) {
            return Optional.empty();
        }
        Budget budget = Budget.startingNow(config.budget());
        // The methods of the resource are named after the modes.
        Mode mode = Mode.valueOf(resource.getMethodName().toUpperCase(Locale.ROOT));
        try {
            NewsQuery query = NewsParameters.parse(uri.getQueryParameters(), sources.names());
            Optional<Admission.Place> place = admission.enter(mode);
            place.ifPresent(taken -> letIn(new Visit(query, budget, new Cancellation()), taken, request));
            return place.isPresent() ? Optional.empty() : Optional.of(full(mode));
        } catch (BadParameter e) {
            return Optional.of(Problem.of(e).response().build());
        }
    }

    private static void letIn(Visit visit, Admission.Place place, RoutingContext request) {
        visit.keepIn(request);
        request.addEndHandler(end -> {
            if (end.failed()) {
                visit.cancellation().cancel();
            }
            place.leave();
        });
        // A client that was gone before the handler was added ends nothing any more.
        if (request.response().closed()) {
            visit.cancellation().cancel();
            place.leave();
        }
    }

    private Response full(Mode mode) {
        String detail = "%d requests are at work in %s mode, as many as it may hold; try again in %d s."
                .formatted(admission.limit(mode), mode.word(), RETRY_AFTER_SECONDS);
        return Problem.of(503, detail)
                .response()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
