package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.Admission;
import dev.newsfan.http.ConcurrencyLimiter;
import dev.newsfan.http.LoopbackClient;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
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

    /** Before the filters of the configuration, such as that for the headers of the page, and after those of security. */
    private static final int BEFORE_EVERYTHING = 1000;

    private static final List<String> PAGE = List.of("/lab", "/lab/");
    private static final Problem SHUT = Problem.of(404, "There is no lab here: newsfan.lab.enabled=true opens it.");

    /** More than the longest experiment takes: six units of ten seconds, one after another. */
    private static final Duration BUDGET = Duration.ofMinutes(2);

    private final LabConfig config;
    private final String root;
    private final Admission admission;
    private final LoopbackClient loopback;
    private final ConcurrencyLimiter limiter;

    Lab(LabConfig config, Config quarkus, Admission admission, LoopbackClient loopback) {
        this.config = config;
        // Every request of the service passes the guard, which should cost it nothing.
        this.root = LabCheck.rootPath(quarkus) + "/lab";
        this.admission = admission;
        this.loopback = loopback;
        String full = "The lab runs %d experiments, as many as newsfan.lab.limit lets it";
        this.limiter = admission.limiter(config.limit(), full, "newsfan.lab.at.work", "Experiments of the lab at work");
    }

    /** Stops the start if the configuration is wrong, and warns if there is a lab in production. */
    void open(@Observes StartupEvent start, Config quarkus) {
        List<String> problems = LabCheck.problems(config, quarkus);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("The configuration is wrong:\n- " + String.join("\n- ", problems));
        }
        if (config.enabled() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("The lab is open (newsfan.lab.enabled): whoever reaches /lab can freeze this service, as some of "
                    + "its experiments do so on purpose. It is not for the public.");
        }
    }

    void guard(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_EVERYTHING);
    }

    private void guard(RoutingContext request) {
        String path = request.normalizedPath();
        if (!config.enabled() && isOfTheLab(path)) {
            request.response()
                    .setStatusCode(SHUT.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(Json.encode(SHUT));
        } else if (PAGE.contains(path)) {
            request.reroute("/lab.html");
        } else {
            request.next();
        }
    }

    /** Whatever follows the word, unless it makes another word of it: not only a slash ends what a resource's path matches. */
    private boolean isOfTheLab(String path) {
        return path.startsWith(root)
                && (path.length() == root.length() || !Character.isLetterOrDigit(path.charAt(root.length())));
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
