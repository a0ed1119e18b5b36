package dev.newsfan.loadlab.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void ofAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    }

    @Test
    void ofAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    }

    @Test
    void ofNoneIsNoNumber() {
        assertThat(Median.of(List.of())).isNaN();
    }
}
