package dev.newsfan.desk;

import dev.newsfan.config.WorkerThreads;
import dev.newsfan.fanout.Mode;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * How many requests each mode may hold at a time.
 *
 * @param ofMode a limit for each mode, above zero
 * @param workerThreads how many threads there are for {@code sync} requests and other blocking work
 */
record Limits(Map<Mode, Integer> ofMode, int workerThreads) {

    Limits {
        ofMode = Map.copyOf(ofMode);
    }

    static Limits of(NewsfanConfig.Limits config, Config quarkus) {
        int workers = WorkerThreads.of(quarkus);
        Map<Mode, Integer> limits = new EnumMap<>(Mode.class);
        limits.put(Mode.SYNC, config.sync().orElse(workers));
        limits.put(Mode.ASYNC, config.async());
        limits.put(Mode.VIRTUAL, config.virtual());
        return new Limits(limits, workers);
    }

    int of(Mode mode) {
        return ofMode.get(mode);
    }

    /** The most calls to one source at a time: a request of any mode has at most one under way there. */
    int callsAtOnce() {
        return ofMode.values().stream().mapToInt(Integer::intValue).sum();
    }
}
