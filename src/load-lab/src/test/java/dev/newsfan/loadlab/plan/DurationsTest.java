package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"50ms, 0.05", "2s, 2", "0.5s, 0.5", "3m, 180", "0ms, 0"})
    void areReadAsPeopleWriteThem(String text, double seconds) {
        assertThat(Durations.parse(text)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "s", "-1s", "2 hours", "1e3s"})
    void areNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "0.05, 50 ms", "2, 2 s", "2.154, 2.15 s", "60, 1 min", "200, 3 min 20 s", "NaN, not measured"
    })
    void areWrittenAsPeopleReadThem(double seconds, String text) {
        assertThat(Durations.inWords(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "100, 100", "0.25, 0.25", "1000000, 1000000"})
    void numbersAreAsShortAsTheyCanBe(double number, String text) {
        assertThat(Durations.shortest(number)).isEqualTo(text);
    }
}
