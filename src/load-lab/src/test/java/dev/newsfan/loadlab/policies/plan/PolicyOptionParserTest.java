package dev.newsfan.loadlab.policies.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.LoadedMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyOptionParserTest {

    @Test
    void aRunIsMeantByItsOwnOptionsAlone() {
        assertThat(PolicyOptionParser.isMeant(Map.of("load.policies", "true"))).isTrue();
        assertThat(PolicyOptionParser.isMeant(Map.of("load.policies.rate", "5")))
                .isTrue();
        assertThat(PolicyOptionParser.isMeant(Map.of("load.users", "2", "load.soak.policies", "true")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void allIsLookedAtUnlessItIsSaid(String value) {
        assertThat(PolicyOptionParser.parse(Map.of("load.policies", value)))
                .isEqualTo(new PolicyOptions(
                        List.of(PolicyScenario.values()),
                        LoadedMode.ASYNC,
                        100,
                        10,
                        0.02,
                        List.of("-XX:+UseSerialGC", "-Xmx256m")));
    }

    @Test
    void everythingCanBeSaid() {
        Map<String, String> properties = Map.of(
                "load.policies", "calls,silent",
                "load.policies.mode", "virtual",
                "load.policies.rate", "50",
                "load.policies.seconds", "3s",
                "load.delay", "100ms",
                "load.java", "-Xmx1g");

        assertThat(PolicyOptionParser.parse(properties))
                .isEqualTo(new PolicyOptions(
                        List.of(PolicyScenario.CALLS, PolicyScenario.SILENT),
                        LoadedMode.VIRTUAL,
                        50,
                        3,
                        0.1,
                        List.of("-Xmx1g")));
    }

    @ParameterizedTest
    @CsvSource({
        "load.policies, loud, 'some of slow, silent, calls'",
        "load.policies, 'slow,slow', 'some of slow, silent, calls'",
        "load.policies.mode, bare, 'sync, async or virtual'",
        "load.policies.rate, 0, from 1 to 1000",
        "load.policies.seconds, 10, from 1s to 60m",
        "load.delay, 2s, from 1ms to 150ms",
        "load.users, 2, -Dload.policies.rate"
    })
    void whatIsWrongIsToldWithWhatIsAllowed(String option, String value, String allowed) {
        assertThatThrownBy(() -> PolicyOptionParser.parse(Map.of(option, value)))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContaining("-D" + option)
                .hasMessageContaining(allowed);
    }

    @Test
    void halfOfThoseWhoWaitForASilentSourceAreLetIn() {
        PolicyOptions options = PolicyOptionParser.parse(Map.of("load.policies.rate", "30"));

        assertThat(options.limit()).isEqualTo(30);
    }
}
