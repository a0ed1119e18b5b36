package dev.newsfan.telemetry;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.StepListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Records how long the steps of requests take. It hears of every request, so it makes one small object for each step that is timed,
 * and none for any other: a source's timers are looked up at its first call.
 */
@Singleton
final class StepTimers implements StepListener {

    private static final Set<StepKind> OF_REQUESTS = EnumSet.of(StepKind.WAITING, StepKind.MERGING, StepKind.WRITING);

    private final MeterRegistry metrics;
    private final Set<StepKind> ofSources;
    private final Step anyRequest;
    private final Map<String, Step> sources = new ConcurrentHashMap<>();

    @Inject
    StepTimers(MeterRegistry metrics, NewsfanConfig config) {
        this(metrics, config.cache().shared().isPresent());
    }

    /** @param sharedCache whether there is one for all replicas */
    StepTimers(MeterRegistry metrics, boolean sharedCache) {
        this.metrics = metrics;
        this.ofSources = EnumSet.range(StepKind.PLACE, StepKind.DECODING);
        if (sharedCache) {
            ofSources.add(StepKind.SHARED_CACHE);
        }
        this.anyRequest = new RequestTimers(timers("newsfan.request.steps", "What requests wait for", "", OF_REQUESTS));
    }

    @Override
    public Step begin(Arrival arrival) {
        return anyRequest;
    }

    private Map<StepKind, LongConsumer> timers(String name, String description, String source, Set<StepKind> kinds) {
        Map<StepKind, LongConsumer> timers = new EnumMap<>(StepKind.class);
        for (StepKind kind : kinds) {
            Timer.Builder builder = Timer.builder(name).description(description).tag("step", kind.word());
            Timer timer = (source.isEmpty() ? builder : builder.tag("source", source)).register(metrics);
            timers.put(kind, nanos -> timer.record(nanos, TimeUnit.NANOSECONDS));
        }
        return timers;
    }

    private Step ofSource(String source) {
        return sources.computeIfAbsent(
                source,
                name -> new SourceTimers(
                        timers("newsfan.source.steps", "What requests to the sources wait for", name, ofSources)));
    }

    /** Stands for every request. */
    private final class RequestTimers implements Step {

        private final Map<StepKind, LongConsumer> timers;

        RequestTimers(Map<StepKind, LongConsumer> timers) {
            this.timers = timers;
        }

        @Override
        public Step begin(StepKind kind, String source) {
            return switch (kind) {
                case REQUEST, LANE -> this;
                case CALL -> ofSource(source);
                default -> timed(timers, kind);
            };
        }
    }

    /** Stands for every call to a source, and for each request that it makes. */
    private final class SourceTimers implements Step {

        private final Map<StepKind, LongConsumer> timers;

        SourceTimers(Map<StepKind, LongConsumer> timers) {
            this.timers = timers;
        }

        @Override
        public Step begin(StepKind kind, String source) {
            return kind == StepKind.ATTEMPT ? this : timed(timers, kind);
        }

        @Override
        public Step aside(String source) {
            return ofSource(source);
        }
    }

    private static Step timed(Map<StepKind, LongConsumer> timers, StepKind kind) {
        LongConsumer timer = timers.get(kind);
        return timer == null ? Step.NONE : new TimedStep(timer);
    }
}
