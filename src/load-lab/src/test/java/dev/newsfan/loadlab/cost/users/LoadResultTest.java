package dev.newsfan.loadlab.cost.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    @Test
    void percentilesAreOfTheMeasuredTimeAlone() {
        long[] oneToTwoHundredMillis =
                LongStream.rangeClosed(1, 200).map(millis -> millis * 1_000_000).toArray();

        LoadResult result = LoadResult.of(1000, 0, 4, oneToTwoHundredMillis, "");

        assertThat(result).isEqualTo(new LoadResult(1000, 0, 50, 0.1, 0.198, ""));
    }

    @Test
    void withoutAnswersThereIsNoTime() {
        LoadResult result = LoadResult.of(0, 1, 4, new long[0], "refused");

        assertThat(result.perSecond()).isZero();
        assertThat(result.median()).isNaN();
    }

    @Test
    void aResultArrivesAsItWasSent() {
        LoadResult result = new LoadResult(1000, 1, 12.5, 0.1, Double.NaN, "refused, and gone");

        assertThat(LoadResult.parse(result.line())).isEqualTo(result);
    }
}
