package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsReaderTest {

    @Test
    void withoutOptionsItIsTheComparisonOfTheReadme() throws BadOption {
        Options options = OptionsReader.read(Map.of("java.version", "25", "loader", "x"));

        assertThat(options.target()).isEqualTo(Target.NEWS);
        assertThat(options.lines()).containsExactly(Line.values());
        assertThat(options.model()).isEqualTo(Model.CLOSED);
        assertThat(options.users()).containsExactly(1, 10, 100, 1000);
        assertThat(options.think()).isCloseTo(0.15, within(1e-9));
        assertThat(options.delaySeconds()).isEqualTo(2);
        assertThat(options.sources()).isEqualTo(3);
        assertThat(options.seconds()).isEqualTo(30);
        assertThat(options.workers()).isEmpty();
        assertThat(options.compare()).isEmpty();
    }

    @Test
    void eachOptionIsHeard() throws BadOption {
        Options options = OptionsReader.read(Map.of(
                "load.modes", "async, bare",
                "load.model", "open",
                "load.users", "100,1,10,10",
                "load.think", "0ms-1s",
                "load.delay", "50ms",
                "load.sources", "5",
                "load.seconds", "2",
                "load.workers", "1",
                "load.limit", "4000",
                "load.java", " -Xmx1g  -XX:+UseZGC "));

        assertThat(options.lines()).containsExactly(Line.ASYNC, Line.BARE);
        assertThat(options.model()).isEqualTo(Model.OPEN);
        assertThat(options.users()).containsExactly(1, 10, 100);
        assertThat(options.thinkMin()).isZero();
        assertThat(options.thinkMax()).isEqualTo(1);
        assertThat(options.delaySeconds()).isEqualTo(0.05);
        assertThat(options.sources()).isEqualTo(5);
        assertThat(options.seconds()).isEqualTo(2);
        assertThat(options.workers()).isEqualTo(OptionalInt.of(1));
        assertThat(options.limit()).isEqualTo(OptionalInt.of(4000));
        assertThat(options.java()).containsExactly("-Xmx1g", "-XX:+UseZGC");
    }

    @Test
    void aWaitIsOfOneSecondAndKnowsNoBareServer() throws BadOption {
        Options options = OptionsReader.read(Map.of("load.target", "wait"));

        assertThat(options.delaySeconds()).isEqualTo(1);
        assertThat(options.lines()).containsExactly(Line.SYNC, Line.ASYNC, Line.VIRTUAL);
        assertThat(Line.ASYNC.path(options.target(), options)).isEqualTo("/lab/async/wait?seconds=1");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    load.target  | pages       | news or wait
                    load.modes   | sync,fast   | sync, async, virtual and bare
                    load.modes   | sync,sync   | sync, async, virtual and bare
                    load.model   | half        | closed or open
                    load.users   | 1,ten       | numbers from 1 to 100000
                    load.users   | 0           | numbers from 1 to 100000
                    load.think   | 2s-1s       | a shortest and a longest time
                    load.delay   | 2           | a time such as 0ms, 50ms or 2s
                    load.delay   | 5m          | a time such as 0ms, 50ms or 2s
                    load.sources | 0           | a number from 1 to 20
                    load.seconds | soon        | a number from 1 to 3600
                    load.workers | 0           | a number from 1 to 10000
                    load.limit   | -1          | a number from 1 to 1000000
                    load.compare | nowhere     | a results.json
                    """)
    void aWrongOneIsToldWithWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> OptionsReader.read(Map.of(key, value)))
                .isInstanceOf(BadOption.class)
                .hasMessageContainingAll("-D" + key, '"' + value + '"', "allowed:", allowed);
    }

    @Test
    void anUnknownOneIsToldWithTheOnesThereAre() {
        assertThatThrownBy(() -> OptionsReader.read(Map.of("load.user", "10")))
                .isInstanceOf(BadOption.class)
                .hasMessageContainingAll("-Dload.user is no option", "-Dload.users", "-Dload.delay");
    }

    @Test
    void aWaitWithTheBareServerIsWrong() {
        assertThatThrownBy(() -> OptionsReader.read(Map.of("load.target", "wait", "load.modes", "bare")))
                .hasMessageContaining("bare knows the news only");
    }
}
