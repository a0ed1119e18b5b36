package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallerLimitsTest {

    private static CallerLimits limits(int writeMillis, int headMillis, int idleMillis) {
        return new CallerLimits(
                Duration.ofMillis(writeMillis), Duration.ofMillis(headMillis), Duration.ofMillis(idleMillis));
    }

    @Test
    void aWholeAnswerMayTakeTwiceAsLongAsNoByte() {
        assertThat(limits(10_000, 1, 1).answer()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void looksFourTimesWithinTheShortest() {
        assertThat(limits(1000, 2000, 3000).tick()).isEqualTo(Duration.ofMillis(250));
        assertThat(limits(3000, 1000, 2000).tick()).isEqualTo(Duration.ofMillis(250));
        assertThat(limits(2000, 3000, 1000).tick()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void looksOnceASecondAtLeastAndNotAllTheTime() {
        assertThat(limits(600_000, 600_000, 600_000).tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits(1, 10_000, 60_000).tick()).isEqualTo(Duration.ofMillis(5));
    }
}
