package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityWarningsTest {

    private static Limits limits(int sync, int workerThreads) {
        return new Limits(sync, 1000, 1000, workerThreads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 34})
    void nothingWaitsWhileThreadsAreLeft(int sync) {
        assertThat(CapacityWarnings.warning(limits(sync, 50))).isEmpty();
    }

    @Test
    void aLimitThatLeavesFewThreadsIsWarnedOfWithTheArithmetic() {
        assertThat(CapacityWarnings.warning(limits(45, 50)))
                .contains(
                        "Metrics may have to wait: newsfan.limits.sync lets 45 requests in, and there are 50 worker threads, "
                                + "so 5 are left for all other work; 16 should be. Lower the limit, or set "
                                + "quarkus.thread-pool.max-threads=61.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 17})
    void theDefaultIsNotWarnedOf(int workers) {
        assertThat(CapacityWarnings.warning(limits(1, workers))).isEmpty();
    }

    @Test
    void requestsThatWouldWaitForAThreadAreWarnedOfWithTheArithmetic() {
        assertThat(CapacityWarnings.warning(limits(60, 50)))
                .contains("Requests will queue silently: newsfan.limits.sync lets 60 requests in, but there are 50 "
                        + "worker threads, so up to 10 wait in line for one. Lower the limit, or set "
                        + "quarkus.thread-pool.max-threads=76.");
    }
}
