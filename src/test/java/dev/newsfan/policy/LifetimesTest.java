package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.PolicySettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimesTest {

    private static PolicySettings settings(int freshFor, boolean obey) {
        return new PolicySettings(
                true,
                Duration.ofSeconds(freshFor),
                obey,
                Duration.ZERO,
                0,
                false,
                Duration.ZERO,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CacheHeaders headers(Integer lifetime, String said) {
        return new CacheHeaders(
                Optional.ofNullable(lifetime).map(Duration::ofSeconds),
                said.equals("no-cache"),
                said.equals("no-store"),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # fresh-for, obey,  source says, and,      fresh
              60,        true,  ,            -,        60
              60,        true,  30,          -,        60
              60,        true,  90,          -,        90
              0,         true,  90,          -,        90
              0,         true,  ,            -,        0
              60,        true,  90,          no-cache, 0
              60,        true,  90,          no-store, 0
              60,        false, 90,          no-cache, 60
              60,        false, 90,          no-store, 60
              0,         false, 90,          -,        0
            """)
    void theLargerOfBothCounts(int freshFor, boolean obey, Integer lifetime, String said, int fresh) {
        assertThat(Lifetimes.of(headers(lifetime, said), settings(freshFor, obey)))
                .isEqualTo(Duration.ofSeconds(fresh));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # fresh-for, obey,  source said, age, left
              60,        true,  ,            40,  20
              60,        true,  90,          40,  50
              60,        true,  90,          100, 0
              60,        false, 90,          40,  20
            """)
    void whatAnotherReplicaFetchedHasTheRestOfIt(int freshFor, boolean obey, Integer lifetime, int age, int left) {
        Duration old = Duration.ofSeconds(age);
        SourceAnswer answer = SourceAnswer.of(
                        FetchResult.NONE, headers(lifetime, "-").after(old), Optional.empty())
                .aged(old);

        assertThat(Lifetimes.left(answer, settings(freshFor, obey))).isEqualTo(Duration.ofSeconds(left));
    }
}
