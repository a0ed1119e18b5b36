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
        if (Delivery.of(request).isEmpty()) {
            Channel channel = ((ConnectionBase) request.request().connection()).channel();
            Delivery delivery = loops.get(channel.eventLoop()).of(channel).begin(request.request());
            delivery.keepWith(request);
            request.addEndHandler(end -> {
                if (end.succeeded()) {
                    delivery.made();
                }
            });
        }
        request.next();
    }
}
