package dev.newsfan.loadlab.replicas.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaOptionParserTest {

    @Test
    void aRunIsMeantByItsOwnOptionsAlone() {
        assertThat(ReplicaOptionParser.isMeant(Map.of("load.replicas", "3"))).isTrue();
        assertThat(ReplicaOptionParser.isMeant(Map.of("load.replicas.rate", "3")))
                .isTrue();
        assertThat(ReplicaOptionParser.isMeant(Map.of("load.users", "2"))).isFalse();
    }

    @Test
    void tenSmallOnesAreUsual() {
        ReplicaOptions options = ReplicaOptionParser.parse(Map.of("load.replicas.rate", "7"));

        assertThat(options.replicas()).isEqualTo(10);
        assertThat(options.rate()).isEqualTo(7);
        assertThat(options.seconds()).isEqualTo(10);
        assertThat(options.java()).contains("-Xmx96m");
    }

    @Test
    void everythingCanBeSaid() {
        Map<String, String> properties = Map.of(
                "load.replicas", "3",
                "load.replicas.rate", "20",
                "load.replicas.seconds", "1m",
                "load.java", "-Xmx1g");

        assertThat(ReplicaOptionParser.parse(properties)).isEqualTo(new ReplicaOptions(3, 20, 60, List.of("-Xmx1g")));
    }

    @ParameterizedTest
    @CsvSource({
        "load.replicas, 51, from 1 to 50",
        "load.replicas.rate, 0, from 1 to 1000",
        "load.replicas.seconds, 10, from 1s to 60m",
        "load.delay, 2s, -Dload.replicas.rate"
    })
    void whatIsWrongIsToldWithWhatIsAllowed(String option, String value, String allowed) {
        assertThatThrownBy(() -> ReplicaOptionParser.parse(Map.of(option, value)))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContaining("-D" + option)
                .hasMessageContaining(allowed);
    }
}
