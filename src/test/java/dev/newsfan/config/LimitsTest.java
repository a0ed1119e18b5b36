package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.fanout.Mode;
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

        assertThat(limits.of(Mode.SYNC)).isEqualTo(7);
        assertThat(limits.of(Mode.ASYNC)).isEqualTo(8);
        assertThat(limits.of(Mode.VIRTUAL)).isEqualTo(9);
        assertThat(limits.workerThreads()).isEqualTo(50);
    }

    @Test
    void syncHoldsAsManyAsThereAreWorkerThreadsUnlessConfigured() {
        assertThat(limits(Map.of("quarkus.thread-pool.max-threads", "50")).of(Mode.SYNC))
                .isEqualTo(50);
    }

    @Test
    void withoutConfigurationThereAreAsManyWorkerThreadsAsQuarkusMakes() {
        Limits limits = limits(Map.of());

        assertThat(limits.workerThreads())
                .isEqualTo(Math.max(8 * Runtime.getRuntime().availableProcessors(), 200));
        assertThat(limits.of(Mode.SYNC)).isEqualTo(limits.workerThreads());
        assertThat(limits.of(Mode.ASYNC)).isEqualTo(1000);
        assertThat(limits.of(Mode.VIRTUAL)).isEqualTo(1000);
    }

    @Test
    void aSourceMayGetACallOfEachRequestOfEveryModeAtOnce() {
        assertThat(new Limits(Map.of(Mode.SYNC, 1, Mode.ASYNC, 20, Mode.VIRTUAL, 300), 50).callsAtOnce())
                .isEqualTo(321);
    }
}
