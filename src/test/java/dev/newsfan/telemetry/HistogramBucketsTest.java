package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
