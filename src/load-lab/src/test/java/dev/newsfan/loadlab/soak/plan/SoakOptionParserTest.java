package dev.newsfan.loadlab.soak.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.ServicePolicies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakOptionParserTest {

    @Test
    void aSoakIsMeantByItsOwnOptionsAlone() {
        assertThat(SoakOptionParser.isMeant(Map.of("load.soak", "2m"))).isTrue();
        assertThat(SoakOptionParser.isMeant(Map.of("load.soak.warm", "2s"))).isTrue();
        assertThat(SoakOptionParser.isMeant(Map.of("load.users", "2", "load.soaked", "1")))
                .isFalse();
    }

    @Test
    void allIsAsUsualUnlessItIsSaid() {
        assertThat(SoakOptionParser.parse(Map.of("load.soak", "90s")))
                .isEqualTo(
                        new SoakOptions(90, 20, 24, 5, ServicePolicies.OFF, List.of("-XX:+UseSerialGC", "-Xmx256m")));
    }

    @Test
    void everythingCanBeSaid() {
        Map<String, String> properties = Map.of(
                "load.soak", "3m",
                "load.soak.warm", "5s",
                "load.soak.users", "7",
                "load.soak.faults", "100",
                "load.soak.policies", "true",
                "load.java", "-Xmx1g");

        assertThat(SoakOptionParser.parse(properties))
                .isEqualTo(new SoakOptions(180, 5, 7, 100, ServicePolicies.ALL, List.of("-Xmx1g")));
    }

    @ParameterizedTest
    @CsvSource({
        "load.soak, 500ms, from 1s to 1440m",
        "load.soak.warm, never, from 1s to 60m",
        "load.soak.users, 0, from 1 to 200",
        "load.soak.faults, 101, from 1 to 100",
        "load.soak.policies, some, true or false",
        "load.delay, 2s, -Dload.soak.faults"
    })
    void whatIsWrongIsToldWithWhatIsAllowed(String option, String value, String allowed) {
        assertThatThrownBy(() -> SoakOptionParser.parse(Map.of(option, value)))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContaining("-D" + option)
                .hasMessageContaining(allowed);
    }
}
