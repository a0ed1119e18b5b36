package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({"50ms, 0.05", "2s, 2", "0.5s, 0.5", "3m, 180", "0ms, 0"})
    void areReadAsPeopleWriteThem(String text, double seconds) {
        assertThat(Times.seconds(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource({"0.0615, 61.5 ms", "0.9999999, 1.000 s", "2.0146, 2.015 s", "NaN, –"})
    void standInTheTablesWithTheSamePrecision(double seconds, String text) {
        assertThat(Column.show(Column.Kind.SECONDS, seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "s", "-1s", "2 hours", "1e3s"})
    void areNothingElse(String text) {
        assertThat(Times.seconds(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "0.05, 50 ms", "2, 2 s", "2.154, 2.15 s", "60, 1 min", "200, 3 min 20 s", "NaN, not measured"
    })
    void areWrittenAsPeopleReadThem(double seconds, String text) {
        assertThat(Times.inWords(seconds)).isEqualTo(text);
    }
}
