package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest {

    @Test
    void withoutOptionsAllModesAreCompared() {
        LoadOptions options = OptionParser.parse(Map.of("java.version", "25", "loader", "x"));

        assertThat(options)
                .hasToString("LoadOptions[asksSources=true, modes=[SYNC, ASYNC, VIRTUAL, BARE], open=false,"
                        + " users=[1, 10, 100, 1000], thinkMin=0.1, thinkMax=0.2, delay=2.0, sources=3, seconds=30.0,"
                        + " workers=OptionalInt.empty, limit=OptionalInt.empty, java=[], client=REST,"
                        + " strict=false, compare=Optional.empty]");
    }

    @Test
    void eachOptionIsHeard() {
        LoadOptions options = OptionParser.parse(Map.of(
                "load.modes", "async, bare, parts",
                "load.model", "open",
                "load.users", "100,1,10,10",
                "load.think", "0ms-1s",
                "load.delay", "50ms",
                "load.sources", "5",
                "load.seconds", "2",
                "load.workers", "1",
                "load.limit", "4000",
                "load.java", " -Xmx1g  -XX:+UseZGC "));

        assertThat(options)
                .hasToString("LoadOptions[asksSources=true, modes=[ASYNC, BARE, PARTS], open=true,"
                        + " users=[1, 10, 100], thinkMin=0.0, thinkMax=1.0, delay=0.05, sources=5, seconds=2.0,"
                        + " workers=OptionalInt[1], limit=OptionalInt[4000], java=[-Xmx1g, -XX:+UseZGC], client=REST,"
                        + " strict=false, compare=Optional.empty]");
    }

    @Test
    void theServiceAsksByTheClientOfChoice() {
        SourceClient client = OptionParser.parse(Map.of("load.client", "vertx")).client();

        assertThat(client.setting()).hasValue("vertx");
        assertThat(OptionParser.parse(Map.of()).client().setting()).isEmpty();
    }

    @Test
    void whoeverLooksForErrorsIsStrict() {
        assertThat(OptionParser.parse(Map.of("load.strict", "true")).strict()).isTrue();
    }

    @Test
    void aSingleThoughtIsBothEnds() {
        assertThat(OptionParser.parse(Map.of("load.think", "1s")).think()).isEqualTo(1);
    }

    @Nested
    class AWait {

        @Test
        void isOfOneSecondAndWithoutServersByHand() {
            LoadOptions options = OptionParser.parse(Map.of("load.target", "wait"));

            assertThat(options.delay()).isEqualTo(1);
            assertThat(options.modes()).containsExactly(LoadedMode.SYNC, LoadedMode.ASYNC, LoadedMode.VIRTUAL);
            assertThat(LoadedMode.ASYNC.path(options)).isEqualTo("/lab/async/wait?seconds=1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"bare", "parts"})
        void ofAServerByHandIsRefused(String mode) {
            assertThatThrownBy(() -> OptionParser.parse(Map.of("load.target", "wait", "load.modes", mode)))
                    .hasMessageContaining("bare and parts know the news only");
        }
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    load.target  | pages       | news or wait
                    load.modes   | sync,fast   | sync, async, virtual, bare and parts
                    load.modes   | sync,sync   | sync, async, virtual, bare and parts
                    load.modes   | SYNC        | sync, async, virtual, bare and parts
                    load.model   | half        | closed or open
                    load.users   | 1,ten       | numbers from 1 to 100000
                    load.users   | 0           | numbers from 1 to 100000
                    load.think   | 2s-1s       | a shortest and a longest time
                    load.think   | 1s-2s-3s    | a shortest and a longest time
                    load.delay   | 2           | a time such as 0ms, 50ms or 2s
                    load.delay   | 5m          | a time such as 0ms, 50ms or 2s
                    load.sources | 0           | a number from 1 to 20
                    load.seconds | soon        | a number from 1 to 3600
                    load.workers | 0           | a number from 1 to 10000
                    load.client  | curl        | rest or vertx
                    load.limit   | -1          | a number from 1 to 1000000
                    load.strict  | maybe       | true or false
                    load.compare | nowhere     | a results.json
                    """)
    void aWrongOneIsToldWithWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> OptionParser.parse(Map.of(key, value)))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("-D" + key, '"' + value + '"', "allowed:", allowed);
    }

    @Test
    void anUnknownOneIsToldWithTheOnesThereAre() {
        assertThatThrownBy(() -> OptionParser.parse(Map.of("load.user", "10")))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("-Dload.user is no option", "-Dload.users", "-Dload.delay");
    }
}
