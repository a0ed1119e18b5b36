package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Admission;
import dev.newsfan.http.ConcurrencyLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Lets a bounded number of experiments in at a time. What an experiment asks the service itself belongs to it, and needs no
 * place of its own.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@ApplicationScoped
class ExperimentFilter {

    /** More than the longest experiment takes: six units of ten seconds, one after another. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LabConfig config;
    private final OwnService service;
    private final Admission admission;
    private final ConcurrencyLimiter limiter;

    ExperimentFilter(LabConfig config, OwnService service, Admission admission, MeterRegistry metrics) {
        this.config = config;
        this.service = service;
        this.admission = admission;
        this.limiter = new ConcurrencyLimiter(
                config.limit(), "The lab runs %d experiments, as many as newsfan.lab.limit lets it");
        Gauge.builder("newsfan.lab.at.work", limiter, ConcurrencyLimiter::inUse)
                .description("Experiments of the lab at work")
                .register(metrics);
    }

    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> receive(SimpleResourceInfo resource, RoutingContext request) {
        if (!resource.getResourceClass().getPackageName().startsWith(ExperimentFilter.class.getPackageName())) {
            return Optional.empty();
        }
        if (!config.enabled()) {
            // There are ways to write a path, such as with matrix parameters, that the guard of the paths doesn't know.
            return Optional.of(Lab.shut().response().build());
        }
        Budget budget = Budget.startingNow(PATIENCE);
        if (service.asks(request)) {
            admission.admitInner(request, budget);
            return Optional.empty();
        }
        return admission.admit(request, budget, List.of(limiter));
    }
}
