package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SourceStateTest {

    private final AtomicLong now = new AtomicLong();
    private final SourceState state = new SourceState(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void thatItIsLeftAloneIsNoNews() {
        state.failed(() -> "one", "status_503", true);

        assertThat(state.failed(() -> "two", "circuit_open for 9 s", false)).isEmpty();
        assertThat(state.failed(() -> "three", "status_503", true)).isEmpty();
        assertThat(state.failed(() -> "four", "status_500", true)).isPresent();
        assertThat(state.answered("wire")).isPresent();
        assertThat(state.failed(() -> "five", "rate_limited for 9 s", false)).isPresent();
        assertThat(state.failed(() -> "six", "rate_limited for 8 s", false)).isEmpty();
    }

    @Test
    void aSourceThatAnswersIsNotWorthALine() {
        assertThat(state.answered("wire")).isEmpty();
    }

    @Test
    void tellsTheFirstFailureAndNotTheSecond() {
        assertThat(state.failed(() -> "wire failed: it is ill", "it is ill", true))
                .contains("wire failed: it is ill");
        assertThat(state.failed(() -> "wire failed: it is ill", "it is ill", true))
                .isEmpty();
    }

    @Test
    void tellsAnotherReasonWithTheCallsBefore() {
        state.failed(() -> "one", "status 500", true);
        state.failed(() -> "two", "status 500", true);

        assertThat(state.failed(() -> "three", "status 503", true))
                .contains("three (and 1 call since it was last told)");
    }

    @Test
    void takesTheSameReasonAfterAnotherTimeForTheSame() {
        state.failed(() -> "one", "no answer within 1.498 s", true);

        assertThat(state.failed(() -> "two", "no answer within 1.501 s", true)).isEmpty();
    }

    @Test
    void tellsOnceAMinuteThatItGoesOn() {
        state.failed(() -> "first", "it is ill", true);
        for (int second = 0; second < 59; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(state.failed(() -> "again", "it is ill", true)).isEmpty();
        }
        pass(Duration.ofSeconds(1));

        assertThat(state.failed(() -> "still", "it is ill", true))
                .contains("still (and 59 calls since it was last told)");
        assertThat(state.failed(() -> "still", "it is ill", true)).isEmpty();
    }

    @Test
    void tellsThatItAnswersAgainAndHowManyFailed() {
        state.failed(() -> "one", "it is ill", true);
        state.failed(() -> "two", "it is ill", true);

        assertThat(state.answered("wire")).contains("wire answers again, after 2 calls that failed");
        assertThat(state.answered("wire")).isEmpty();
        assertThat(state.failed(() -> "three", "it is ill", true)).contains("three");
        assertThat(state.answered("wire")).contains("wire answers again, after 1 call that failed");
    }

    @Test
    void aSourceThatWaversFillsNoDisk() {
        int lines = 0;
        for (int call = 0; call < 10_000; call++) {
            lines += state.failed(() -> "wire failed", "it is ill", true).isPresent() ? 1 : 0;
            lines += state.answered("wire").isPresent() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(2 * SourceState.MOST_LINES);

        pass(SourceState.SUMMARY);
        assertThat(state.failed(() -> "wire failed", "it is ill", true))
                .contains("wire failed (and 9900 calls since it was last told)");
    }
}
