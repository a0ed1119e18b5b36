package dev.newsfan.lab;

import dev.newsfan.http.Problem;
import dev.newsfan.http.RequestEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Lets a bounded number of experiments in at a time. What an experiment asks the service itself belongs to it, and needs no
 * place of its own.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@ApplicationScoped
class LabDoor {

    private final LabConfig config;
    private final OwnService service;
    private final Semaphore places;
    private volatile boolean closing;

    LabDoor(LabConfig config, OwnService service, MeterRegistry metrics) {
        this.config = config;
        this.service = service;
        this.places = new Semaphore(config.limit());
        Gauge.builder("newsfan.lab.at.work", places, free -> config.limit() - free.availablePermits())
                .description("Experiments of the lab at work")
                .register(metrics);
    }

    /** From now on nobody is let in, so that those who are in can end before the service does. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closing = true;
    }

    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> receive(SimpleResourceInfo resource, RoutingContext request) {
        if (!resource.getResourceClass().getPackage().equals(LabDoor.class.getPackage())) {
            return Optional.empty();
        }
        if (!config.enabled()) {
            // There are ways to write a path, such as with matrix parameters, that the guard of the paths doesn't know.
            return Optional.of(Lab.shut().response().build());
        }
        if (service.asks(request)) {
            letIn(new Visit(() -> {}), request);
            return Optional.empty();
        }
        if (closing) {
            return Optional.of(Problem.tryAgain("The service is stopping, and starts no more experiments"));
        }
        if (!places.tryAcquire()) {
            return Optional.of(Problem.tryAgain(
                    "The lab runs " + config.limit() + " experiments, as many as newsfan.lab.limit lets it"));
        }
        letIn(new Visit(places::release), request);
        return Optional.empty();
    }

    private static void letIn(Visit visit, RoutingContext request) {
        visit.keepIn(request);
        RequestEnd.watch(request, visit::abandon, visit::leave);
    }
}
