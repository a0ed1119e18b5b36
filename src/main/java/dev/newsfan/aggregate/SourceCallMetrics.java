package dev.newsfan.aggregate;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Keeps the times of the source calls, and tells the log how the sources fare. Made at the start, as whoever watches the service wants
 * to see from then on what it counts.
 */
@Startup
@Singleton
class SourceCallMetrics {

    private final MeterRegistry metrics;
    private final SourceLog log = new SourceLog(System::nanoTime);
    /** To find a timer by its tags takes longer than all that it does. */
    private final Map<Call, Timer> timers = new ConcurrentHashMap<>();

    private record Call(String source, Mode mode, Outcome.Kind outcome) {}

    SourceCallMetrics(MeterRegistry metrics, Sources sources, SharedStore store) {
        this.metrics = metrics;
        if (store.isThere()) {
            register(store);
        }
        Gauge.builder("newsfan.bytes.in.flight", sources, Sources::bytesInFlight)
                .description("Bytes of answers that have arrived and are not read yet")
                .register(metrics);
        Gauge.builder("newsfan.answers.paused", sources, Sources::answersPaused)
                .description("Answers that pause until there is memory for them")
                .register(metrics);
        Gauge.builder("newsfan.cache.size", sources, Sources::bytesKept)
                .description("Bytes of memory that kept answers take, about")
                .baseUnit("bytes")
                .register(metrics);
        sources.inOrder().forEach(source -> {
            gauge("newsfan.source.calls.active", source, Source::callsUnderWay, "Calls that have a connection");
            gauge("newsfan.source.calls.waiting", source, Source::callsWaiting, "Calls that wait for a connection");
            for (PolicyEvent event : PolicyEvent.values()) {
                FunctionCounter.builder("newsfan.source.policy", source.events(), events -> events.total(event))
                        .tags("source", source.name(), "event", event.word())
                        .description("What the policies of the sources did")
                        .register(metrics);
            }
        });
    }

    private void register(SharedStore store) {
        Gauge.builder("newsfan.cache.shared.up", store, there -> there.isUp() ? 1 : 0)
                .description("Whether the cache of all replicas is to be had")
                .register(metrics);
        Map<String, ToDoubleFunction<SharedStore>> counts = Map.of(
                "operations", there -> there.counts().operations(),
                "failures", there -> there.counts().failures(),
                "garbage", there -> there.counts().garbage(),
                "full", there -> there.counts().full());
        counts.forEach((name, count) -> FunctionCounter.builder("newsfan.cache.shared." + name, store, count)
                .description("What happened with the cache of all replicas: " + name)
                .register(metrics));
    }

    private void gauge(String name, Source source, ToDoubleFunction<Source> value, String description) {
        Gauge.builder(name, source, value)
                .tag("source", source.name())
                .description(description)
                .register(metrics);
    }

    /** @param trace the id of the request that asks; empty if nobody knows it */
    void record(Mode mode, Progress<SourceAnswer> event, String trace) {
        if (event instanceof Progress.Answered<SourceAnswer>(var reply)) {
            Call call = new Call(reply.name(), mode, reply.outcome().kind());
            timers.computeIfAbsent(call, this::timer).record(reply.elapsed());
            log.tell(mode, reply, trace);
        }
    }

    /** A mistake of ours, which is only told, as an older answer serves and counts. */
    void record(Mode mode, String source, Throwable bug, String trace) {
        log.tell(mode, source, bug, trace);
    }

    private Timer timer(Call call) {
        return Timer.builder("newsfan.source.calls")
                .description("Calls to the sources; one that is skipped counts with no time")
                .tags("source", call.source(), "mode", call.mode().word())
                .tag("outcome", call.outcome().word())
                .register(metrics);
    }
}
