package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whatIsSpentIsNoLongerLeft() {
        Budget budget = Budget.since(System.nanoTime() - HOUR.toNanos(), HOUR.multipliedBy(3));

        assertThat(budget.spent()).isBetween(HOUR, HOUR.multipliedBy(2));
        assertThat(budget.left()).isBetween(HOUR, HOUR.multipliedBy(2));
        assertThat(budget.total()).isEqualTo(HOUR.multipliedBy(3));
    }

    @Test
    void timeOnlyRunsDown() {
        Budget budget = Budget.startingNow(HOUR);

        Duration before = budget.left();
        Duration spent = budget.spent();

        assertThat(budget.left()).isLessThanOrEqualTo(before).isLessThanOrEqualTo(HOUR);
        assertThat(budget.spent()).isGreaterThanOrEqualTo(spent);
        assertThat(spent).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void whatIsLeftIsNeverBelowZero() {
        Budget budget = Budget.since(System.nanoTime() - HOUR.toNanos(), Duration.ofMillis(1));

        assertThat(budget.left()).isZero();
        assertThat(budget.spent()).isGreaterThan(budget.total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aBudgetOfNothingIsRefused(Duration nothing) {
        assertThatThrownBy(() -> Budget.startingNow(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(nothing.toString());
    }
}
