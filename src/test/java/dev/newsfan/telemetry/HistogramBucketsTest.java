package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramBucketsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.001S, 1, PT0.005S",
        "PT0.005S, 1, PT0.005S",
        "PT1.5S, 9, PT2.5S",
        "PT10S, 11, PT10S",
        "PT10.001S, 12, PT30S",
        "PT45S, 13, PT1M",
        "PT10M, 16, PT10M"
    })
    void theLastIsTheFirstThatIsNotBelowTheBudget(Duration budget, int buckets, Duration last) {
        assertThat(HistogramBuckets.upTo(budget)).hasSize(buckets).endsWith(last.toNanos());
    }

    @Test
    void theyBeginAtFiveMillisecondsAndRise() {
        assertThat(HistogramBuckets.upTo(Duration.ofMinutes(10)))
                .startsWith(5e6)
                .isSorted();
    }

    /** After a live reload there is none any more for the filter that the registry still has. */
    @Test
    @SuppressWarnings("unchecked")
    void theConfigurationIsReadOnce() {
        NewsfanConfig config = Configs.with(Map.of("newsfan.budget", "1s")).getConfigMapping(NewsfanConfig.class);
        Queue<NewsfanConfig> once = new ArrayDeque<>(List.of(config));
        Instance<NewsfanConfig> there = (Instance<NewsfanConfig>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> once.remove());
        HistogramBuckets buckets = new HistogramBuckets(there);
        Meter.Id timer = new Meter.Id("newsfan.source.calls", Tags.empty(), null, null, Meter.Type.TIMER);

        double[] first =
                buckets.configure(timer, DistributionStatisticConfig.NONE).getServiceLevelObjectiveBoundaries();

        assertThat(first).hasSize(8);
        assertThat(buckets.configure(timer, DistributionStatisticConfig.NONE).getServiceLevelObjectiveBoundaries())
                .isEqualTo(first);
    }
}
