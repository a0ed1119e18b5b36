package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTimersTest {

    private record Set(Runnable task, long nanos) {}

    private final List<Set> set = new ArrayList<>();
    private final List<String> met = new ArrayList<>();
    private final SharedTimers timers = new SharedTimers((task, nanos) -> set.add(new Set(task, nanos)));

    private Runnable schedule(String name, Duration after) {
        return timers.schedule(after, () -> met.add(name));
    }

    private void ring() {
        List.copyOf(set).forEach(one -> one.task().run());
    }

    @Test
    void areNeverEarlyAndFourMillisecondsLateAtMost() {
        for (int millis = 1; millis < 50; millis++) {
            long nanos = millis * 1_000_000L;
            int before = set.size();
            schedule("one", Duration.ofMillis(millis));

            // Others are due together with one that was set before.
            set.stream().skip(before).forEach(timer -> assertThat(timer.nanos()).isBetween(nanos, nanos + 4_000_000));
        }
        assertThat(set).isNotEmpty();
    }

    @Test
    void meetTogetherWhatIsDueTogether() {
        for (int call = 0; call < 1000; call++) {
            schedule("call", Duration.ofHours(1));
        }
        ring();

        assertThat(met).hasSize(1000);
        assertThat(set).hasSizeLessThan(1000);
    }

    @Test
    void areMetOnce() {
        schedule("one", Duration.ofSeconds(1));
        ring();
        ring();

        assertThat(met).containsExactly("one");
    }

    @Test
    void areTakenBack() {
        Runnable takeBack = schedule("one", Duration.ofSeconds(1));
        schedule("other", Duration.ofSeconds(1));

        takeBack.run();
        takeBack.run();
        ring();
        takeBack.run();

        assertThat(met).containsExactly("other");
    }

    @Test
    void oneThatFailsLeavesTheOthers() {
        timers.schedule(Duration.ofSeconds(1), () -> {
            throw new IllegalStateException("expected by a test");
        });
        schedule("other", Duration.ofSeconds(1));
        ring();

        assertThat(met).containsExactly("other");
    }

    @Test
    void canBeSetWhileOthersAreMet() {
        timers.schedule(Duration.ofSeconds(1), () -> schedule("next", Duration.ofSeconds(1)));
        ring();
        ring();

        assertThat(met).containsExactly("next");
    }
}
