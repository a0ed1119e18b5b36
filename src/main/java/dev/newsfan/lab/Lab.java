package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Admission;
import dev.newsfan.http.ConcurrencyLimiter;
import dev.newsfan.http.LoopbackClient;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps the laboratory shut, so that nothing below {@code /lab} is there, the page included, or lets a bounded number of
 * experiments in at a time.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@ApplicationScoped
class Lab {

    private static final Logger LOG = Logger.getLogger(Lab.class);

    /** Before everything else, such as what gives the page its headers. */
    private static final int ORDER = -1000;

    private static final Problem SHUT = Problem.of(404, "There is no lab here: newsfan.lab.enabled=true opens it.");

    /** More than the longest experiment takes: six units of ten seconds, one after another. */
    private static final Duration BUDGET = Duration.ofMinutes(2);

    private final LabConfig config;
    private final Admission admission;
    private final LoopbackClient loopback;
    private final ConcurrencyLimiter limiter;

    Lab(LabConfig config, Admission admission, LoopbackClient loopback) {
        this.config = config;
        this.admission = admission;
        this.loopback = loopback;
        String full = "The lab runs %d experiments, as many as newsfan.lab.limit lets it";
        this.limiter = admission.limiter(config.limit(), full, "newsfan.lab.at.work", "Experiments of the lab at work");
    }

    /** Warns if there is a lab in production. */
    void open(@Observes StartupEvent start) {
        if (config.enabled() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("The lab is open (newsfan.lab.enabled): whoever reaches /lab can freeze this service, as some of "
                    + "its experiments do so on purpose. It is not for the public.");
        }
    }

    /** Shows the page, or guards all paths that begin like the lab's: not only a slash ends the first part of a path. */
    void route(@Observes Router router) {
        if (config.enabled()) {
            router.route("/lab").order(ORDER).handler(page -> page.reroute("/lab.html"));
        } else {
            router.route("/lab*").order(ORDER).handler(SHUT::answer);
        }
    }

    /** What an experiment asks the service itself belongs to it, and needs no permit of its own. */
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
