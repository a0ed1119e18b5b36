package dev.newsfan.desk;

import dev.newsfan.fanout.Mode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a bounded number of requests in, for each mode, so that no line grows without bound. */
@Singleton
public class Admission {

    private final Limits limits;
    private final Map<Mode, AtomicInteger> atWork = new EnumMap<>(Mode.class);
    private final Map<Mode, Counter> refused = new EnumMap<>(Mode.class);

    Admission(Limits limits, MeterRegistry metrics) {
        this.limits = limits;
        for (Mode mode : Mode.values()) {
            AtomicInteger requests = new AtomicInteger();
            atWork.put(mode, requests);
            Gauge.builder("newsfan.requests.at.work", requests, AtomicInteger::get)
                    .tag("mode", mode.word())
                    .description("Requests at work")
                    .register(metrics);
            refused.put(
                    mode,
                    Counter.builder("newsfan.requests.refused")
                            .tag("mode", mode.word())
                            .description("Requests answered with 503, as the mode was full")
                            .register(metrics));
        }
    }

    /** A place for one more request, or empty if the mode is full. Never waits. */
    public Optional<Place> enter(Mode mode) {
        AtomicInteger requests = atWork.get(mode);
        int limit = limits.of(mode);
        if (requests.getAndUpdate(now -> Math.min(now + 1, limit)) < limit) {
            return Optional.of(new Place(requests));
        }
        refused.get(mode).increment();
        return Optional.empty();
    }

    /** How many requests a mode may hold at a time. */
    public int limit(Mode mode) {
        return limits.of(mode);
    }

    /** How many it holds now. */
    public int atWork(Mode mode) {
        return atWork.get(mode).get();
    }

    /** A request's place; to be left when the request is done, once or more often. */
    public static final class Place {

        private final AtomicInteger requests;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(AtomicInteger requests) {
            this.requests = requests;
        }

        /** Makes room for another request. */
        public void leave() {
            if (left.compareAndSet(false, true)) {
                requests.decrementAndGet();
            }
        }
    }
}
