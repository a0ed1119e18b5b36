package dev.newsfan.http;

import dev.newsfan.config.Limits;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Mode;
import dev.newsfan.timeline.Step;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Lets requests in, as many as may be at work at a time and none once the service stops. */
@Singleton
public final class Admission {

    private final Map<Mode, ConcurrencyLimiter> ofMode = new EnumMap<>(Mode.class);
    private final Duration budget;
    private final MeterRegistry metrics;
    private volatile boolean closed;

    Admission(NewsfanConfig config, Config quarkus, MeterRegistry metrics) {
        budget = config.budget();
        this.metrics = metrics;
        Limits limits = Limits.of(config.limits(), quarkus);
        for (Mode mode : Mode.values()) {
            int limit =
                    switch (mode) {
                        case SYNC -> limits.sync();
                        case ASYNC -> limits.async();
                        case VIRTUAL -> limits.virtual();
                    };
            String full = "%d requests are at work in " + mode.word() + " mode, as many as it may hold";
            ofMode.put(mode, measured(new ConcurrencyLimiter(limit, full), mode, metrics));
        }
        Gauge.builder("newsfan.calls.abandoned", Call::abandoned)
                .description("Blocking calls that still run though nobody waits for them")
                .register(metrics);
    }

    private static ConcurrencyLimiter measured(ConcurrencyLimiter limiter, Mode mode, MeterRegistry metrics) {
        Gauge.builder("newsfan.requests.at.work", limiter, ConcurrencyLimiter::inUse)
                .tag("mode", mode.word())
                .description("Requests at work")
                .register(metrics);
        Gauge.builder("newsfan.requests.limit", limiter, ConcurrencyLimiter::limit)
                .tag("mode", mode.word())
                .description("As many as may be at work")
                .register(metrics);
        FunctionCounter.builder("newsfan.requests.refused", limiter, ConcurrencyLimiter::refused)
                .tag("mode", mode.word())
                .description("Requests answered with 503, as the mode was full")
                .register(metrics);
        return limiter;
    }

    /** From now on nobody is let in, so that those who are in can end before the service does. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closed = true;
    }

    /** Whether the service is stopping. */
    public boolean isClosed() {
        return closed;
    }

    /** The time that one request may take in all. */
    public Duration budget() {
        return budget;
    }

    /** What bounds the requests of a mode. */
    public ConcurrencyLimiter limiter(Mode mode) {
        return ofMode.get(mode);
    }

    /**
     * Lets a request in if each of the limiters has a permit for it; it then finds itself by {@link AdmittedRequest#of}. To be
     * called on the request's event loop.
     *
     * @param budget the time for it, running since its arrival
     * @param step is told what becomes of it, and not ended
     * @return the refusal, a 503, if there is one
     */
    Optional<Response> admit(RoutingContext request, Budget budget, Step step, List<ConcurrencyLimiter> limiters) {
        if (closed) {
            return Optional.of(
                    Problem.tryAgain("The service is stopping and takes no more requests; another may be there soon"));
        }
        AdmittedRequest admitted = new AdmittedRequest(budget, step);
        for (ConcurrencyLimiter limiter : limiters) {
            Optional<ConcurrencyLimiter.Permit> permit = limiter.acquire();
            if (permit.isEmpty()) {
                admitted.end();
                return Optional.of(Problem.tryAgain(limiter.full()));
            }
            admitted.whenEnded(permit.get()::release);
        }
        admitted.follow(request);
        return Optional.empty();
    }

    /** The same of a request that nobody wants to hear of. */
    public Optional<Response> admit(RoutingContext request, Budget budget, List<ConcurrencyLimiter> limiters) {
        return admit(request, budget, Step.NONE, limiters);
    }

    /**
     * Lets a request in that is part of one that is in already: it needs no permit, and the stop of the service waits for it.
     *
     * @param budget the time for it, running since its arrival
     */
    public void admitInner(RoutingContext request, Budget budget) {
        new AdmittedRequest(budget, Step.NONE).follow(request);
    }

    /**
     * A limiter of something else than a mode, which is measured as well.
     *
     * @param full see {@link ConcurrencyLimiter}
     */
    public ConcurrencyLimiter limiter(int limit, String full, String gauge, String description) {
        ConcurrencyLimiter limiter = new ConcurrencyLimiter(limit, full);
        Gauge.builder(gauge, limiter, ConcurrencyLimiter::inUse)
                .description(description)
                .register(metrics);
        return limiter;
    }

    /** The limiters of these modes. */
    List<ConcurrencyLimiter> limiters(List<Mode> modes) {
        return modes.stream().map(ofMode::get).toList();
    }
}
