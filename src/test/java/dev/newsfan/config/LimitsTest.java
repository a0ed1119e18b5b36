package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static Limits limits(Map<String, String> keys) {
        SmallRyeConfig config = Configs.with(keys);
        return Limits.of(Configs.newsfan(config).limits(), config);
    }

    @Test
    void aModeHoldsAsManyRequestsAsConfigured() {
        Limits limits = limits(Map.of(
                "newsfan.limits.sync", "7",
                "newsfan.limits.async", "8",
                "newsfan.limits.virtual", "9",
                "quarkus.thread-pool.max-threads", "50"));

        assertThat(limits.sync()).isEqualTo(7);
        assertThat(limits.async()).isEqualTo(8);
        assertThat(limits.virtual()).isEqualTo(9);
        assertThat(limits.workerThreads()).isEqualTo(50);
    }

    @Test
    void syncHoldsAsManyAsThereAreWorkerThreadsUnlessConfigured() {
        assertThat(limits(Map.of("quarkus.thread-pool.max-threads", "50")).sync())
                .isEqualTo(50);
    }

    @Test
    void withoutConfigurationThereAreAsManyWorkerThreadsAsQuarkusMakes() {
        Limits limits = limits(Map.of());

        assertThat(limits.workerThreads())
                .isEqualTo(Math.max(8 * Runtime.getRuntime().availableProcessors(), 200));
        assertThat(limits.sync()).isEqualTo(limits.workerThreads());
        assertThat(limits.async()).isEqualTo(1000);
        assertThat(limits.virtual()).isEqualTo(1000);
    }

    @Test
    void aSourceMayGetACallOfEachRequestOfEveryModeAtOnce() {
        assertThat(new Limits(1, 20, 300, 50).concurrentCalls()).isEqualTo(321);
    }
}
