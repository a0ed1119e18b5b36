package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.policy.FakeStore;
import dev.newsfan.policy.ManualTiming;
import dev.newsfan.policy.SharedStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWarningTest {

    private static Optional<String> warning(String rate, String freshFor) {
        NewsfanConfig config = Configs.with(Map.of("newsfan.max-rate", rate, "newsfan.fresh-for", freshFor))
                .getConfigMapping(NewsfanConfig.class);
        PolicySettings settings = PolicySettings.of(config, config);
        return RateWarning.of("wire", settings, settings.maxRate().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"100/1d, 16m", "1000/1d, 96s", "30/1m, 3s", "1/1s, 2s"})
    void aFreshnessThatIsLongEnoughNeedsNone(String rate, String freshFor) {
        assertThat(warning(rate, freshFor)).isEmpty();
    }

    @Test
    void theArithmeticIsShown() {
        assertThat(warning("100/1d", "1m"))
                .contains(
                        "The rate of wire may be used up after 1h30m of each 24h: it allows a call each 14m24s, but an "
                                + "answer is fresh for 1m, if the source itself doesn't say longer. After that an older answer "
                                + "serves, or none. fresh-for=960s makes it last.");
        assertThat(warning("30/1m", "0").orElseThrow()).contains("after 30 requests of each 1m", "fresh-for=3s");
    }

    @Test
    void replicasThatCountTogetherHaveTheWholeRateEach() {
        Rate rate = new Rate(100, Duration.ofDays(1));

        assertThat(replica(new FakeStore(new ManualTiming())).atMost(rate)).isEqualTo(rate);
        assertThat(replica(SharedStore.NONE).atMost(rate)).isEqualTo(new Rate(20, Duration.ofDays(1)));
    }

    /** One of five. */
    private static Source.Means replica(SharedStore store) {
        return new Source.Means(null, null, null, store, null, null, 1, 5);
    }
}
