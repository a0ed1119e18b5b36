package dev.newsfan.api;

import dev.newsfan.desk.Admission;
import dev.newsfan.desk.NewsQuery;
import dev.newsfan.desk.NewsfanConfig;
import dev.newsfan.desk.Sources;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.BadParameter;
import dev.newsfan.http.Problem;
import dev.newsfan.http.RequestEnd;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Receives each request for news on its event loop, before it waits for any thread: the budget starts, bad parameters are
 * refused, and so is a request for which there is no room.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@ApplicationScoped
class Door {

    private final NewsfanConfig config;
    private final Sources sources;
    private final Admission admission;
    private volatile boolean closing;

    Door(NewsfanConfig config, Sources sources, Admission admission) {
        this.config = config;
        this.sources = sources;
        this.admission = admission;
    }

    /** From now on nobody is let in, so that those who are in can end before the service does. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closing = true;
    }

    boolean isClosed() {
        return closing;
    }

    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> receive(SimpleResourceInfo resource, UriInfo uri, RoutingContext request) {
        Budget budget = Budget.startingNow(config.budget());
        try {
            Optional<Wish> wish = wish(resource, uri.getQueryParameters());
            return wish.flatMap(wanted -> closing ? Optional.of(stopping()) : enter(wanted, budget, request));
        } catch (BadParameter e) {
            return Optional.of(Problem.of(e).response().build());
        }
    }

    /** What a request wants: to ask this in these modes. */
    private record Wish(List<Mode> modes, NewsQuery query) {}

    /** Empty if the request isn't for news. The methods of the resource are named after the modes. */
    private Optional<Wish> wish(SimpleResourceInfo resource, MultivaluedMap<String, String> parameters)
            throws BadParameter {
        List<String> known = sources.names();
        if (NewsResource.class.equals(resource.getResourceClass())) {
            Mode mode = Mode.valueOf(resource.getMethodName().toUpperCase(Locale.ROOT));
            return Optional.of(new Wish(List.of(mode), NewsParameters.news(parameters, known)));
        }
        if (StreamResource.class.equals(resource.getResourceClass())) {
            return Optional.of(new Wish(List.of(Mode.ASYNC), NewsParameters.news(parameters, known)));
        }
        if (RaceResource.class.equals(resource.getResourceClass())) {
            return Optional.of(new Wish(NewsParameters.modes(parameters), NewsParameters.race(parameters, known)));
        }
        return Optional.empty();
    }

    /** Takes a place in each mode that is wanted, or none and answers why. */
    private Optional<Response> enter(Wish wish, Budget budget, RoutingContext request) {
        List<Admission.Place> places = new ArrayList<>();
        for (Mode mode : wish.modes()) {
            Optional<Admission.Place> place = admission.enter(mode);
            if (place.isEmpty()) {
                places.forEach(Admission.Place::leave);
                return Optional.of(full(mode));
            }
            places.add(place.get());
        }
        letIn(new Visit(wish.modes(), wish.query(), budget, new CancellationToken(), places), request);
        return Optional.empty();
    }

    private static void letIn(Visit visit, RoutingContext request) {
        visit.keepIn(request);
        RequestEnd.watch(request, visit::abandon, visit::leave);
    }

    private Response full(Mode mode) {
        return Problem.tryAgain("%d requests are at work in %s mode, as many as it may hold"
                .formatted(admission.limit(mode), mode.word()));
    }

    private static Response stopping() {
        return Problem.tryAgain("The service is stopping and takes no more requests; another may be there soon");
    }
}
