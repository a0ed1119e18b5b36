package dev.newsfan.http;

import dev.newsfan.config.NewsfanConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches every connection of a caller, whatever he asks for: who doesn't take his answer, doesn't finish his request or
 * doesn't ask at all has to make room for others.
 */
@Singleton
final class CallerConnections {

    private final Map<EventLoop, LoopWatch> loops = new HashMap<>();
    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    CallerConnections(Vertx vertx, NewsfanConfig config, MeterRegistry metrics) {
        CallerLimits limits = CallerLimits.of(config);
        Counter cut = Counter.builder("newsfan.answers.cut")
                .description("Answers given up, as their callers didn't take them")
                .register(metrics);
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            loops.put((EventLoop) loop, new LoopWatch((EventLoop) loop, limits, cut::increment));
        }
    }

    void start(@Observes StartupEvent start) {
        loops.values().forEach(loop -> timers.add(loop.start()));
    }

    @PreDestroy
    void stop() {
        timers.forEach(timer -> timer.cancel(false));
    }

    /** Before everything else, as each answer is to be watched. */
    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::begin);
    }

    /** Likewise at the port for health and metrics, where there is one. */
    void route(@Observes ManagementInterface management) {
        route(management.router());
    }

    private void begin(RoutingContext request) {
        // Whoever is sent on to another path comes twice.
        if (Delivery.of(request).isPresent()) {
            request.next();
            return;
        }
        Channel channel = ((ConnectionBase) request.request().connection()).channel();
        if (!channel.isOpen()) {
            // What was sent at once is handed on also when the connection is gone, each within the one before: it isn't
            // begun.
            return;
        }
        ConnectionWatch watch = loops.get(channel.eventLoop()).of(channel);
        Optional<Delivery> before = watch.unwritten(request.request());
        Delivery delivery = watch.begin(request.request());
        delivery.keepWith(request);
        request.addEndHandler(end -> {
            if (end.succeeded()) {
                delivery.made();
            }
        });
        before.ifPresentOrElse(answer -> nextAfter(answer, watch, request), () -> next(watch, request));
    }

    /**
     * Has a request that was sent before the last answer was written wait for that: whoever sends many at once would have as many
     * answers in memory. It begins anew, as one that is answered at once would otherwise begin within the one before it, and
     * a few hundred leave no stack.
     */
    private static void nextAfter(Delivery before, ConnectionWatch watch, RoutingContext request) {
        Context home = request.vertx().getOrCreateContext();
        before.whenOver(_ -> home.runOnContext(_ -> next(watch, request)));
    }

    private static void next(ConnectionWatch watch, RoutingContext request) {
        if (!watch.goes(request::next)) {
            request.vertx().getOrCreateContext().runOnContext(_ -> next(watch, request));
        }
    }
}
