package dev.newsfan.loadlab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SourceHealthTest {

    private final Random random = new Random(1);

    @Test
    void oneThatIsWellTakesItsTime() {
        assertThat(SourceHealth.WELL.delay(20, random)).hasValue(20);
    }

    @Test
    void oneThatIsSilentNeverAnswers() {
        assertThat(SourceHealth.SILENT.delay(20, random)).isEmpty();
    }

    @Test
    void oneInTwentyCallsTakesTenTimesAsLong() {
        Map<Long, Long> delays = IntStream.range(0, 20_000)
                .mapToObj(
                        call -> SourceHealth.SLOW_NOW_AND_THEN.delay(20, random).orElseThrow())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(delays).containsOnlyKeys(20L, 200L);
        assertThat(delays.get(200L)).isCloseTo(1000, Percentage.withPercentage(10));
    }
}
