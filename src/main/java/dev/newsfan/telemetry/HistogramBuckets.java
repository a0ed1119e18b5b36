package dev.newsfan.telemetry;

import dev.newsfan.config.NewsfanConfig;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Gives our timers, and that of the requests, the buckets of a histogram: the same ones, so that they can be laid side by side.
 *
 * <p>They are asked for before the configuration has been checked, which then says better what is wrong with it; so it is read
 * when the first of these timers is made, and not again: after a live reload the registry still asks the one from before, whose
 * configuration is gone.
 */
@Singleton
final class HistogramBuckets implements MeterFilter {

    /** The longest that a budget may be is the last. */
    private static final long[] MILLIS = {
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000
    };

    private static final Set<String> TIMERS = Set.of(
            "newsfan.source.calls",
            "newsfan.source.steps",
            "newsfan.request.steps",
            "newsfan.request.budget.left",
            "newsfan.eventloop.lag");

    private static final String REQUESTS = "http.server.requests";

    private final Instance<NewsfanConfig> config;
    /** Empty until they are known. */
    private volatile double[] bounds = {};

    HistogramBuckets(Instance<NewsfanConfig> config) {
        this.config = config;
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig given) {
        if (!TIMERS.contains(id.getName()) && !isRequestOfOurs(id)) {
            return given;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(bounds())
                .build()
                .merge(given);
    }

    /** Whoever comes at the same time finds the same. */
    private double[] bounds() {
        double[] known = bounds;
        if (known.length == 0) {
            known = upTo(config.get().budget());
            bounds = known;
        }
        return known;
    }

    /** Not of those who ask for the page's files, or for what isn't there: nobody waits for a source then. */
    private static boolean isRequestOfOurs(Meter.Id id) {
        return id.getName().equals(REQUESTS)
                && Stream.of("uri", "outcome").map(id::getTag).noneMatch(Set.of("other", "CLIENT_ERROR")::contains);
    }

    /** The bounds, in nanoseconds, up to the first that is not below the budget. */
    static double[] upTo(Duration budget) {
        long below =
                LongStream.of(MILLIS).filter(bound -> bound < budget.toMillis()).count();
        return LongStream.of(MILLIS)
                .limit(below + 1)
                .mapToDouble(bound -> Duration.ofMillis(bound).toNanos())
                .toArray();
    }
}
