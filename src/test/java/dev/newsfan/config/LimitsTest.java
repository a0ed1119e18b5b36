package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static Limits limits(Map<String, String> keys) {
        SmallRyeConfig config = Configs.with(keys);
        return Limits.of(config.getConfigMapping(NewsfanConfig.class).limits(), config);
    }

    @Test
    void aModeHoldsAsManyRequestsAsConfigured() {
        Map<String, String> keys = Map.of(
                "newsfan.limits.sync", "7",
                "newsfan.limits.async", "8",
                "newsfan.limits.virtual", "9",
                "quarkus.thread-pool.max-threads", "50");

        assertThat(limits(keys)).isEqualTo(new Limits(7, 8, 9, 50));
    }

    @Test
    void syncLeavesSomeWorkerThreadsToOthers() {
        assertThat(limits(Map.of("quarkus.thread-pool.max-threads", "50"))).isEqualTo(new Limits(34, 1000, 1000, 50));
    }

    @Test
    void syncHoldsOneHoweverFewWorkerThreadsThereAre() {
        assertThat(limits(Map.of("quarkus.thread-pool.max-threads", "3"))).isEqualTo(new Limits(1, 1000, 1000, 3));
    }

    @Test
    void thereAreAsManyWorkerThreadsAsQuarkusMakes() {
        int workers = Math.max(8 * Runtime.getRuntime().availableProcessors(), 200);

        assertThat(limits(Map.of())).isEqualTo(new Limits(workers - 16, 1000, 1000, workers));
    }

    @Test
    void aSourceMayGetACallOfEachRequestOfEveryMode() {
        assertThat(new Limits(1, 20, 300, 50).concurrentCalls()).isEqualTo(321);
    }
}
