package dev.newsfan.http;

import dev.newsfan.config.NewsfanConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** Makes Server-Sent Events (WHATWG HTML, section 9.2), with a comment now and then that keeps proxies from closing. */
@Singleton
public final class EventStream {

    private final Vertx vertx;
    private final Duration heartbeat;
    private final Duration grace;

    EventStream(Vertx vertx, NewsfanConfig config) {
        this.vertx = vertx;
        this.heartbeat = config.heartbeat();
        this.grace = CallerLimits.of(config).write();
    }

    /** An event whose data is written as JSON. */
    public OutboundSseEvent event(String name, Object data) {
        return new OutboundSseEventImpl.BuilderImpl().name(name).data(data).build();
    }

    /** The event that ends a stream, or what it tells of one mode, with what went wrong. */
    public OutboundSseEvent problem(Problem problem, AdmittedRequest request) {
        return event("problem", problem.traced(request.step().trace()));
    }

    /** A single event, whose data is made when its turn comes. */
    public Multi<OutboundSseEvent> one(String name, Supplier<?> data) {
        return Multi.createFrom().item(() -> event(name, data.get()));
    }

    /**
     * The parts one after another with heartbeats in between, until the last ends.
     *
     * @param request is given up, and the stream cut off, when its budget and the time that a write may take are over
     */
    @SafeVarargs
    public final Multi<OutboundSseEvent> of(AdmittedRequest request, Multi<OutboundSseEvent>... parts) {
        request.limitStream(grace);
        OutboundSseEvent end = comment("end");
        Multi<OutboundSseEvent> events = Multi.createBy().concatenating().streams(parts);
        return Multi.createBy()
                .merging()
                .streams(events.onCompletion().continueWith(end), heartbeats())
                .select()
                .first(event -> event != end);
    }

    /**
     * A comment now and then. A reader that is too slow misses some. They come by an event loop's timer, as the worker pool's
     * may have to wait for a worker.
     */
    private Multi<OutboundSseEvent> heartbeats() {
        OutboundSseEvent beat = comment("still here");
        return Multi.createFrom()
                .emitter(
                        beats -> {
                            long timer = vertx.setPeriodic(heartbeat.toMillis(), tick -> beats.emit(beat));
                            beats.onTermination(() -> vertx.cancelTimer(timer));
                        },
                        BackPressureStrategy.DROP);
    }

    private static OutboundSseEvent comment(String text) {
        return new OutboundSseEventImpl.BuilderImpl().comment(text).build();
    }
}
