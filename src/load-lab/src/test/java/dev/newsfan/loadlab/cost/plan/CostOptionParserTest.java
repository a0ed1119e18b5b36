package dev.newsfan.loadlab.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.plan.CostOptions.SlowSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostOptionParserTest {

    @Test
    void withoutOptionsWarmServersAreMeasured() {
        CostOptions options = CostOptionParser.parse(Map.of("load.cost", "true", "java.version", "25"));

        assertThat(options.measures()).containsExactly(CostMeasure.WARM);
        assertThat(options.lines()).contains(CostLine.ASYNC, CostLine.VIRTUAL, CostLine.BARE);
        assertThat(options.delay()).isZero();
        assertThat(options.connections()).isEqualTo(64);
        assertThat(options.needsWarmServers()).isTrue();
    }

    @Test
    void eachOptionIsHeard() {
        CostOptions options = CostOptionParser.parse(Map.ofEntries(
                Map.entry("load.cost.measures", "single, cold"),
                Map.entry("load.cost.lines", "parts,async+vertx,bare"),
                Map.entry("load.cost.warm", "1m"),
                Map.entry("load.cost.rounds", "7"),
                Map.entry("load.cost.turn", "3s"),
                Map.entry("load.cost.cold", "5s"),
                Map.entry("load.cost.waiting.users", "100"),
                Map.entry("load.cost.waiting.delay", "1s"),
                Map.entry("load.cost.waiting.seconds", "30s"),
                Map.entry("load.cost.single.delay", "50ms"),
                Map.entry("load.cost.single.seconds", "4s"),
                Map.entry("load.connections", "8"),
                Map.entry("load.sources", "5"),
                Map.entry("load.delay", "10ms"),
                Map.entry("load.java", " -Xmx1g  -XX:+UseZGC ")));

        assertThat(options)
                .isEqualTo(new CostOptions(
                        List.of(CostMeasure.SINGLE, CostMeasure.COLD),
                        List.of(CostLine.PARTS, CostLine.ASYNC_VERTX, CostLine.BARE),
                        60,
                        7,
                        3,
                        8,
                        5,
                        0.01,
                        5,
                        new SlowSources(100, 1, 30),
                        new SlowSources(1, 0.05, 4),
                        JvmCompiler.BOTH,
                        List.of("-Xmx1g", "-XX:+UseZGC")));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    load.cost               | yes        | nothing, or true
                    load.cost.measures      | warm,hot   | some of warm, cold, waiting, single, with commas
                    load.cost.measures      | warm,warm  | some of warm, cold, waiting, single, with commas
                    load.cost.lines         | sync+vertx | some of sync, sync-fresh, async, async+vertx, async-fresh, virtual, virtual+vertx, virtual-fresh, bare, parts
                    load.cost.lines         | bare-fresh | some of sync, sync-fresh, async, async+vertx, async-fresh, virtual, virtual+vertx, virtual-fresh, bare, parts
                    load.cost.compiler      | c3         | first or both
                    load.cost.warm          | long       | from 0s to 60m
                    load.cost.rounds        | 0          | a number from 1 to 1000
                    load.cost.turn          | 0s         | from 100ms to 60m
                    load.cost.cold          | 10         | from 100ms to 60m
                    load.cost.waiting.users | none       | a number from 1 to 100000
                    load.cost.waiting.delay | 0s         | from 1ms to 60s
                    load.cost.single.delay  | 2m         | from 1ms to 60s
                    load.connections        | 0          | a number from 1 to 10000
                    load.sources            | 21         | a number from 1 to 20
                    load.delay              | 5m         | from 0s to 60s
                    """)
    void aWrongOneIsToldWithWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> CostOptionParser.parse(Map.of(key, value)))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("-D" + key, '"' + value + '"', "allowed:", allowed);
    }

    @Test
    void thousandsWhoWaitAreNothingForAThreadEach() {
        assertThatThrownBy(() -> CostOptionParser.parse(
                        Map.of("load.cost.measures", "waiting", "load.cost.lines", "sync-fresh,bare")))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("-Dload.cost.lines has sync", "waiting", "allowed: one of them");
    }

    @Test
    void warmServersAloneAreComparedByTheFirstCompiler() {
        CostOptions options = CostOptionParser.parse(Map.of());

        assertThat(options.compiler()).isEqualTo(JvmCompiler.FIRST);
        assertThat(options.warm()).isEqualTo(6);
        assertThat(options.javaOptions()).startsWith("-XX:+UseSerialGC").endsWith("-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @CsvSource({"load.cost.measures, 'warm,cold'", "load.cost.compiler, both"})
    void otherwiseBothCompilersAreAtWorkAndNeedLonger(String key, String value) {
        CostOptions options = CostOptionParser.parse(Map.of(key, value));

        assertThat(options.compiler()).isEqualTo(JvmCompiler.BOTH);
        assertThat(options.warm()).isEqualTo(90);
        assertThat(options.javaOptions()).isEqualTo(options.java());
    }

    @Test
    void oneOfTheLoadLabIsUnknown() {
        assertThatThrownBy(() -> CostOptionParser.parse(Map.of("load.cost", "", "load.users", "10")))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll(
                        "-Dload.users is no option of the cost benchmark", "-Dload.cost.waiting.users");
    }

    @Nested
    class TheBenchmark {

        @ParameterizedTest
        @ValueSource(strings = {"load.cost", "load.cost.lines"})
        void isMeantByAnyOfItsOptions(String option) {
            assertThat(CostOptionParser.isMeant(Map.of(option, ""))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"load.users", "load.costly", "cost"})
        void isNotMeantByOthers(String option) {
            assertThat(CostOptionParser.isMeant(Map.of(option, ""))).isFalse();
        }

        @Test
        void needsRoomForThoseWhoWaitOnlyIfThereAreAny() {
            assertThat(CostOptionParser.parse(Map.of()).mostRequests()).isEqualTo(64);
            assertThat(CostOptionParser.parse(Map.of("load.cost.measures", "waiting"))
                            .mostRequests())
                    .isEqualTo(4000);
        }

        @Test
        void knowsHowLongItTakes() {
            Map<String, String> twoLines = Map.of("load.cost.lines", "async,bare");

            assertThat(CostOptionParser.parse(twoLines).secondsOfLoad()).isEqualTo(2 * (6 + 5 * 2));
            assertThat(CostOptionParser.parse(Map.of("load.cost.measures", "cold", "load.cost.lines", "async,bare"))
                            .secondsOfLoad())
                    .isEqualTo(2 * 10);
        }

        @Test
        void knowsTheLongestThatASourceTakes() {
            assertThat(CostOptionParser.parse(Map.of()).longestDelay()).isZero();
            assertThat(CostOptionParser.parse(Map.of("load.cost.measures", "single"))
                            .longestDelay())
                    .isEqualTo(0.02);
        }
    }
}
