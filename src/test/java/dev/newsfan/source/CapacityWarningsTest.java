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
    @ValueSource(ints = {1, 49, 50})
    void nothingQueuesWhileEveryRequestHasAThread(int sync) {
        assertThat(CapacityWarnings.of(limits(sync, 50))).isEmpty();
    }

    @Test
    void requestsThatWouldWaitForAThreadAreWarnedOfWithTheArithmetic() {
        assertThat(CapacityWarnings.of(limits(60, 50)))
                .containsExactly(
                        "Requests will queue silently: newsfan.limits.sync lets 60 requests in, but there are 50 "
                                + "worker threads, so up to 10 wait in line for one. Lower the limit, or set "
                                + "quarkus.thread-pool.max-threads=60.");
    }
}
