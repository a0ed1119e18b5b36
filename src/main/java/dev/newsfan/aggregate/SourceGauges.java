package dev.newsfan.aggregate;

import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Shows what the sources hold at the moment at which somebody looks, so it costs requests nothing. Made at the start, as whoever
 * watches the service wants to see all of it from then on.
 */
@Startup
@Singleton
class SourceGauges {

    private final MeterRegistry metrics;

    SourceGauges(MeterRegistry metrics, Sources sources, SharedStore store) {
        this.metrics = metrics;
        if (store.isThere()) {
            register(store);
        }
        register(sources);
        sources.inOrder().forEach(this::register);
    }

    private void register(Sources sources) {
        Gauge.builder("newsfan.bytes.in.flight", sources, Sources::bytesInFlight)
                .description("Bytes of answers that have arrived and are not read yet")
                .register(metrics);
        Gauge.builder("newsfan.bytes.in.flight.limit", sources, Sources::bytesInFlightLimit)
                .description("How many there may be")
                .register(metrics);
        Gauge.builder("newsfan.answers.paused", sources, Sources::answersPaused)
                .description("Answers that pause until there is memory for them")
                .register(metrics);
        Gauge.builder("newsfan.cache.size", sources, Sources::bytesKept)
                .description("Bytes of memory that kept answers take, about")
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("newsfan.cache.limit", sources, Sources::bytesKeptLimit)
                .description("How many they may take")
                .baseUnit("bytes")
                .register(metrics);
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

    private void register(Source source) {
        gauge("newsfan.source.calls.active", source, Source::callsUnderWay, "Calls that have a connection");
        gauge("newsfan.source.calls.waiting", source, Source::callsWaiting, "Calls that wait for a connection");
        gauge("newsfan.source.connections.limit", source, Source::connections, "How many connections there may be");
        connections("in_use", source, Source::connectionsInUse);
        connections("idle", source, Source::connectionsIdle);
        for (PolicyEvent event : PolicyEvent.values()) {
            FunctionCounter.builder("newsfan.source.policy", source.events(), events -> events.total(event))
                    .tags("source", source.name(), "event", event.word())
                    .description("What the policies of the sources did")
                    .register(metrics);
        }
        registerState(source);
    }

    private void registerState(Source source) {
        for (Breaker.State state : Breaker.State.values()) {
            Gauge.builder("newsfan.source.breaker", source, now -> isIn(state, now) ? 1 : 0)
                    .tags("source", source.name(), "state", state.word())
                    .description("1 for the state that the breaker is in")
                    .register(metrics);
        }
        if (source.state().rateLeft().isPresent()) {
            gauge(
                    "newsfan.source.rate.left",
                    source,
                    now -> now.state().rateLeft().orElseThrow(),
                    "Calls that the rate still allows");
        }
        Gauge.builder("newsfan.source.answer.age", source, SourceGauges::answerAge)
                .tag("source", source.name())
                .description("How long ago the answer that is kept was fetched; NaN if none is")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static boolean isIn(Breaker.State state, Source source) {
        return state.word().equals(source.state().breaker());
    }

    private static double answerAge(Source source) {
        return source.state()
                .age()
                .map(Duration::toMillis)
                .map(millis -> millis / 1000.0)
                .orElse(Double.NaN);
    }

    private void connections(String state, Source source, ToDoubleFunction<Source> count) {
        Gauge.builder("newsfan.source.connections", source, count)
                .tags("source", source.name(), "state", state)
                .description("Open connections, with a call on them or without")
                .register(metrics);
    }

    private void gauge(String name, Source source, ToDoubleFunction<Source> value, String description) {
        Gauge.builder(name, source, value)
                .tag("source", source.name())
                .description(description)
                .register(metrics);
    }
}
