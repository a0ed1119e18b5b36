package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Admission;
import dev.newsfan.http.ConcurrencyLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a bounded number of experiments in at a time. What an experiment asks the service itself belongs to it, and needs no
 * permit of its own.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@Startup
@ApplicationScoped
class ExperimentFilter {

    /** More than the longest experiment takes: six units of ten seconds, one after another. */
    private static final Duration BUDGET = Duration.ofMinutes(2);

    private final Admission admission;
    private final LoopbackClient loopback;
    private final ConcurrencyLimiter limiter;

    ExperimentFilter(Admission admission, LoopbackClient loopback, LabConfig config, MeterRegistry metrics) {
        this.admission = admission;
        this.loopback = loopback;
        this.limiter = new ConcurrencyLimiter(
                config.limit(), "The lab runs %d experiments, as many as newsfan.lab.limit lets it");
        Gauge.builder("newsfan.lab.at.work", limiter, ConcurrencyLimiter::inUse)
                .description("Experiments of the lab at work")
                .register(metrics);
    }

    @Experiment
    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> admit(RoutingContext request) {
        Budget budget = Budget.startingNow(BUDGET);
        if (loopback.isCallerOf(request)) {
            admission.admitInner(request, budget);
            return Optional.empty();
        }
        return admission.admit(request, budget, List.of(limiter));
    }
}
