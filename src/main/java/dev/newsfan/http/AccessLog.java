package dev.newsfan.http;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.FactsStep;
import dev.newsfan.timeline.Step;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells of each request in one line when its answer has been written or its caller has gone, if that is configured; but not of
 * those for the page's files, and for what is below {@code /q}.
 */
@Singleton
final class AccessLog {

    /** What it is called in the log. */
    static final String CATEGORY = "dev.newsfan.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String KEY = AccessLog.class.getName();

    /** After what watches the connection, and before whoever may answer. */
    private static final int PRIORITY = ObserverMethod.DEFAULT_PRIORITY + 1;

    /** The files of the page are no more, and the resources not yet. */
    private static final int BEHIND_THE_FILES =
            (RouteConstants.ROUTE_ORDER_DEFAULT + RouteConstants.ROUTE_ORDER_AFTER_DEFAULT) / 2;

    private static final int BAD_REQUEST = 400;

    private final boolean wanted;

    AccessLog(NewsfanConfig config) {
        wanted = config.accessLog();
    }

    /** A request, as far as its line goes. What the event loop writes in it, others read when it is over. */
    private static final class Visit {
        private final long began = System.nanoTime();
        private final FactsStep facts = new FactsStep();
        private volatile boolean isForAResource;
    }

    void route(@Observes @Priority(PRIORITY) Router router) {
        if (wanted) {
            router.route().order(Integer.MIN_VALUE).handler(AccessLog::begin).failureHandler(AccessLog::begin);
            router.route().order(BEHIND_THE_FILES).handler(request -> {
                visit(request).ifPresent(visit -> visit.isForAResource = true);
                request.next();
            });
        }
    }

    /** What hears of a request for its line; empty if it has none. */
    Optional<Step> step(RoutingContext request) {
        return wanted ? visit(request).map(visit -> visit.facts) : Optional.empty();
    }

    private static Optional<Visit> visit(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    private static void begin(RoutingContext request) {
        // Whoever is sent on to another path comes twice.
        if (visit(request).isEmpty() && !isBelowQ(request.request().path())) {
            Visit visit = new Visit();
            request.put(KEY, visit);
            Delivery.of(request)
                    .ifPresentOrElse(
                            delivery -> delivery.whenOver(written -> end(visit, request, written)),
                            () -> request.addEndHandler(end -> end(visit, request, end.succeeded())));
        }
        request.next();
    }

    /** @param path as it was asked: it may be none at all, and not be fit to be compared with those of routes */
    private static boolean isBelowQ(String path) {
        return path.equals("/q") || path.startsWith("/q/");
    }

    private static void end(Visit visit, RoutingContext request, boolean written) {
        HttpServerResponse response = request.response();
        boolean refused = response.headWritten() && response.getStatusCode() >= BAD_REQUEST;
        if (visit.isForAResource || refused) {
            LOG.infof("%s", line(visit, request, written));
        }
    }

    private static AccessLine line(Visit visit, RoutingContext request, boolean written) {
        HttpServerResponse response = request.response();
        AccessLine line = new AccessLine()
                .with("trace_id", RequestIds.of(request))
                .with("method", AccessLine.escaped(request.request().method().name()))
                .with("path", AccessLine.escaped(request.request().path()));
        Map<Fact, Object> facts = visit.facts.facts();
        line.with(Fact.MODE, facts);
        if (response.headWritten()) {
            line.with("status", response.getStatusCode());
        }
        long micros = (System.nanoTime() - visit.began) / 1000;
        line.with("seconds", BigDecimal.valueOf(micros / 1000, 3)).with("bytes", response.bytesWritten());
        if (facts.containsKey(Fact.STALE)) {
            line.counts(facts);
        }
        return line.with("gone", !written);
    }
}
