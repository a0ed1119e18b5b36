package dev.newsfan.loadlab.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of ratios. */
class KeptRatiosTest {

    private final CostOptions options = CostOptionParser.parse(Map.of("load.cost.warm", "90s"));

    @TempDir
    Path folder;

    @Test
    void isReadAsARunWritesIt() throws IOException {
        KeptRatios read = read(KeptRatios.text(options, Map.of(CostLine.ASYNC_VERTX, 1.456, CostLine.VIRTUAL, 2.0)));

        assertThat(read.of(CostLine.ASYNC_VERTX)).hasValue(1.46);
        assertThat(read.of(CostLine.VIRTUAL)).hasValue(2);
        assertThat(read.of(CostLine.ASYNC)).isEmpty();
        assertThat(read.differences(options)).isEmpty();
    }

    @Test
    void holdsForTheLoadThatItNames() throws IOException {
        KeptRatios read = read(KeptRatios.text(options, Map.of()));

        CostOptions other = CostOptionParser.parse(
                Map.of("load.cost.warm", "1s", "load.cost.rounds", "99", "load.java", "-Xmx1g -Xint"));

        assertThat(read.differences(other))
                .containsExactly(
                        "java is -Xmx1g -Xint, and not " + String.join(" ", options.java()), "warm is 1s, and not 90s");
    }

    @Test
    void thatNamesNoLoadHoldsForNone() throws IOException {
        assertThat(read("async=1.5").differences(options)).hasSize(CostOptions.CONDITIONS.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    sink=1.5  | has sink; allowed: the conditions compiler, connections, delay,
                    sink=1.5  | and the lines sync, sync-fresh, async, async+vertx
                    async=low | has "low" for async; allowed: a number above 0
                    async=0   | has "0" for async; allowed: a number above 0
                    async=NaN | has "NaN" for async; allowed: a number above 0
                    """)
    void isRefusedWithWhatIsAllowedIfItIsWrong(String line, String told) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("ratios.properties", told);
    }

    @Test
    void isMissedByItsName() {
        assertThatThrownBy(() -> KeptRatios.read(folder.resolve("none.properties")))
                .isInstanceOf(LoadLabException.class)
                .hasMessageContaining("none.properties");
    }

    @Nested
    class OfTheRepository {

        private final KeptRatios ours = KeptRatios.read(Path.of("ratios.properties"));
        private final CostOptions ofCi = CostOptionParser.parse(optionsOfCi());

        @Test
        void holdsForWhatCiRuns() {
            assertThat(ours.differences(ofCi)).isEmpty();
        }

        @Test
        void hasARatioForEachLineThatCiRuns() {
            assertThat(ours.ratios().keySet())
                    .containsAll(ofCi.lines().stream()
                            .filter(line -> line != CostLine.BARE)
                            .toList());
        }

        /** Those of the command in .ci/run. */
        private static Map<String, String> optionsOfCi() {
            try (var lines = Files.lines(Path.of("..", "..", ".ci", "run"))) {
                List<String> commands = lines.filter(line -> line.startsWith("./mvnw") && line.contains("-Dload.cost"))
                        .toList();
                assertThat(commands).hasSize(1);
                return Pattern.compile("-D(load\\.[a-z.]+)(?:=(\\S+))?")
                        .matcher(commands.getFirst())
                        .results()
                        .collect(Collectors.toMap(option -> option.group(1), OfTheRepository::value));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static String value(MatchResult option) {
            return option.group(2) == null ? "true" : option.group(2);
        }
    }

    private KeptRatios read(String text) throws IOException {
        return KeptRatios.read(Files.writeString(folder.resolve("ratios.properties"), text));
    }
}
