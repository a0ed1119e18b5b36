package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Supplier<Uni<String>> NOTHING = () -> Uni.createFrom().nothing();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aCallWithoutANameIsRefused(String blank) {
        assertThatThrownBy(() -> new Call<>(blank, SECOND, NOTHING)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S"})
    void aCallWithoutTimeIsRefused(Duration timeout) {
        assertThatThrownBy(() -> new Call<>("weather", timeout, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("weather", timeout.toString());
    }

    @Test
    void aCallWithNothingToAskIsRefused() {
        assertThatThrownBy(() -> new Call<>("weather", SECOND, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Call.blocking("weather", SECOND, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aFanOutKeepsItsCallsWhateverBecomesOfTheList() {
        List<Call<String>> calls = new ArrayList<>(List.of(new Call<>("weather", SECOND, NOTHING)));
        FanOut<String> fanOut = new FanOut<>(calls, Budget.startingNow(SECOND));

        calls.clear();

        assertThat(fanOut.calls()).hasSize(1);
    }

    @Test
    void aFanOutWithoutABudgetIsRefused() {
        assertThatThrownBy(() -> new FanOut<>(List.<Call<String>>of(), null)).isInstanceOf(NullPointerException.class);
    }
}
