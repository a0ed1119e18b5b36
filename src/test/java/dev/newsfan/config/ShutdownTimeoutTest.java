package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShutdownTimeoutTest {

    private static final String BUDGET = "newsfan.budget";
    private static final String WRITE_TIMEOUT = "newsfan.write-timeout";

    @Nested
    class LeftOut {

        @Test
        void isThreeDefaultBudgetsAndTwoSeconds() {
            assertThat(Configs.shutdownTimeout(Map.of())).isEqualTo(Duration.ofSeconds(32));
        }

        @ParameterizedTest
        @CsvSource({"20s, 5s, PT32S", "1500ms, 1ms, PT3.502S", "10m, 10m, PT30M2S"})
        void followsFromBudgetAndWriteTimeout(String budget, String writeTimeout, Duration timeout) {
            assertThat(Configs.shutdownTimeout(Map.of(BUDGET, budget, WRITE_TIMEOUT, writeTimeout)))
                    .isEqualTo(timeout);
        }

        @Test
        void countsTheBudgetThriceWithoutWriteTimeout() {
            assertThat(Configs.shutdownTimeout(Map.of(BUDGET, "20s"))).isEqualTo(Duration.ofSeconds(62));
        }

        @Test
        void followsFromTheBudgetOfProduction() {
            assertThat(Configs.shutdownTimeout(Map.of(BUDGET, "1s", "%prod." + BUDGET, "3s")))
                    .isEqualTo(Duration.ofSeconds(11));
        }

        @Test
        void isNoProblem() {
            assertThat(Configs.problems(Map.of(BUDGET, "10m"))).isEmpty();
        }
    }

    @Nested
    class Configured {

        @Test
        void isWhatItIs() {
            assertThat(Configs.shutdownTimeout(Map.of(ShutdownTimeout.KEY, "45s")))
                    .isEqualTo(Duration.ofSeconds(45));
        }

        @ParameterizedTest
        @CsvSource({"10s, 5s, 15s", "10s, , 20s", "200ms, 300ms, 500ms"})
        void isNoProblemIfItCoversALongRequest(String budget, String writeTimeout, String timeout) {
            assertThat(problems(budget, writeTimeout, timeout)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"10s, 5s, 14999ms, 15s", "10s, , 12s, 20s", "200ms, 300ms, 0s, 500ms"})
        void isAProblemIfItIsShorter(String budget, String writeTimeout, String timeout, String least) {
            assertThat(problems(budget, writeTimeout, timeout))
                    .singleElement()
                    .asString()
                    .startsWith("quarkus.shutdown.timeout is \"" + timeout + "\"; allowed: at least " + least)
                    .contains(BUDGET, WRITE_TIMEOUT);
        }

        @Test
        void mayBeShorterByTheDelayBeforeIt() {
            Map<String, String> keys = Map.of(ShutdownTimeout.KEY, "15s", "quarkus.shutdown.delay", "5s");

            assertThat(Configs.problems(keys)).isEmpty();
        }

        private static Set<String> problems(String budget, String writeTimeout, String timeout) {
            return Configs.problems(Map.of(
                    BUDGET,
                    budget,
                    WRITE_TIMEOUT,
                    writeTimeout == null ? "" : writeTimeout,
                    ShutdownTimeout.KEY,
                    timeout));
        }
    }
}
