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
    void aSourceThatAnswersIsNotWorthALine() {
        assertThat(state.answered("wire")).isEmpty();
    }

    @Test
    void tellsTheFirstFailureAndNotTheSecond() {
        assertThat(state.failed("wire failed: it is ill", "it is ill")).contains("wire failed: it is ill");
        assertThat(state.failed("wire failed: it is ill", "it is ill")).isEmpty();
    }

    @Test
    void tellsAnotherReasonWithTheCallsBefore() {
        state.failed("one", "status 500");
        state.failed("two", "status 500");

        assertThat(state.failed("three", "status 503")).contains("three (and 1 call since it was last told)");
    }

    @Test
    void takesTheSameReasonAfterAnotherTimeForTheSame() {
        state.failed("one", "no answer within 1.498 s");

        assertThat(state.failed("two", "no answer within 1.501 s")).isEmpty();
    }

    @Test
    void tellsOnceAMinuteThatItGoesOn() {
        state.failed("first", "it is ill");
        for (int second = 0; second < 59; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(state.failed("again", "it is ill")).isEmpty();
        }
        pass(Duration.ofSeconds(1));

        assertThat(state.failed("still", "it is ill")).contains("still (and 59 calls since it was last told)");
        assertThat(state.failed("still", "it is ill")).isEmpty();
    }

    @Test
    void tellsThatItAnswersAgainAndHowManyFailed() {
        state.failed("one", "it is ill");
        state.failed("two", "it is ill");

        assertThat(state.answered("wire")).contains("wire answers again, after 2 calls that failed");
        assertThat(state.answered("wire")).isEmpty();
        assertThat(state.failed("three", "it is ill")).contains("three");
        assertThat(state.answered("wire")).contains("wire answers again, after 1 call that failed");
    }

    @Test
    void aSourceThatWaversFillsNoDisk() {
        int lines = 0;
        for (int call = 0; call < 10_000; call++) {
            lines += state.failed("wire failed", "it is ill").isPresent() ? 1 : 0;
            lines += state.answered("wire").isPresent() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(2 * SourceState.MOST_LINES);

        pass(SourceState.SUMMARY);
        assertThat(state.failed("wire failed", "it is ill"))
                .contains("wire failed (and 9900 calls since it was last told)");
    }
}
