package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void isNoneWhileNothingWaits() {
        Stall stall = new Stall(AT_ONCE);

        for (int look = 0; look < 100; look++) {
            assertThat(stall.noticed(false, 7)).isFalse();
        }
    }

    @Test
    void isNoneBeforeTheTimeIsOver() {
        Stall stall = new Stall(NEVER);
        stall.noticed(true, 7);

        assertThat(stall.noticed(true, 7)).isFalse();
    }

    @Test
    void isNoticedWhenNothingIsTaken() {
        Stall stall = new Stall(AT_ONCE);
        stall.noticed(true, 7);

        await().until(() -> stall.noticed(true, 7));
    }

    @Test
    void beginsAnewWithEachByteThatIsTaken() {
        Stall stall = new Stall(Duration.ofMillis(20));
        long begun = System.nanoTime();
        long taken = 0;

        while (System.nanoTime() - begun < 60_000_000) {
            long before = System.nanoTime();
            boolean noticed = stall.noticed(true, taken++);
            // A machine that paused in between says nothing.
            assertThat(noticed && System.nanoTime() - before < 10_000_000).isFalse();
        }
    }

    @Test
    void isForgottenWhenNothingWaitsAnyMore() {
        Stall stall = new Stall(NEVER);
        stall.noticed(true, 7);
        stall.noticed(false, 7);

        assertThat(stall.noticed(true, 7)).isFalse();
    }
}
