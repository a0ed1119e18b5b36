package dev.newsfan.config;

import org.eclipse.microprofile.config.Config;

/** The threads for {@code @Blocking} requests and other blocking work. */
public final class WorkerThreads {

    private WorkerThreads() {}

    /** How many there are at most: as configured, otherwise by Quarkus' own rule. */
    public static int of(Config quarkus) {
        return quarkus.getOptionalValue("quarkus.thread-pool.max-threads", Integer.class)
                .orElseGet(() -> Math.max(8 * Runtime.getRuntime().availableProcessors(), 200));
    }
}
