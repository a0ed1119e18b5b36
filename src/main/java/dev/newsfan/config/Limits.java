package dev.newsfan.config;

import org.eclipse.microprofile.config.Config;

/**
 * How many requests each mode may hold at a time, each above zero.
 *
 * @param sync in {@code sync} mode
 * @param async in {@code async} mode
 * @param virtual in {@code virtual} mode
 * @param workerThreads how many threads there are for {@code sync} requests and other blocking work
 */
public record Limits(int sync, int async, int virtual, int workerThreads) {

    /** How many worker threads should be left by {@code sync}: metrics need one, too, and so does whatever else blocks. */
    public static final int SPARE_WORKERS = 16;

    /** As configured; {@code sync} may hold as many as leave {@value #SPARE_WORKERS} worker threads free, unless it is said. */
    public static Limits of(NewsfanConfig.Limits config, Config quarkus) {
        int workers = workerThreads(quarkus);
        return new Limits(
                config.sync().orElse(Math.max(1, workers - SPARE_WORKERS)), config.async(), config.virtual(), workers);
    }

    /** The most calls to one source at a time: a request of any mode has at most one under way there. */
    public int concurrentCalls() {
        return sync + async + virtual;
    }

    /** How many worker threads there are at most: as configured, otherwise by Quarkus' own rule. */
    public static int workerThreads(Config quarkus) {
        return quarkus.getOptionalValue("quarkus.thread-pool.max-threads", Integer.class)
                .orElseGet(() -> Math.max(8 * Runtime.getRuntime().availableProcessors(), 200));
    }
}
