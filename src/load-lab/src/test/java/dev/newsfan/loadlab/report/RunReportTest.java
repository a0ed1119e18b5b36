package dev.newsfan.loadlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfan.loadlab.LoadLabException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** The three reports of a run. */
class RunReportTest {

    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    private final RunResults all = SampleRun.results(Map.of());
    private final RunResults tenUsers = SampleRun.results(Map.of("load.users", "10"));

    @TempDir
    Path folder;

    @Nested
    class ThePage {

        @Test
        void needsNoNetwork() throws Exception {
            assertThat(page(all)).doesNotContainPattern("(src|href)=\"(https?:)?//|@import|url\\(");
        }

        @Test
        void hasNothingOfItsTemplateLeft() throws Exception {
            assertThat(page(all)).doesNotContain("{{", "{%");
        }

        @Test
        void hasAChartForEachQuestionWithALineForEachMode() throws Exception {
            List<String> charts =
                    SVG.matcher(page(all)).results().map(MatchResult::group).toList();

            assertThat(charts).hasSize(4);
            for (String chart : charts) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(chart)));
                assertThat(chart)
                        .contains(">sync<", ">async<", ">virtual<", ">bare<")
                        .doesNotContain("NaN");
            }
            assertThat(charts.getFirst()).containsPattern("<g class=\"async\"><polyline class=\"predicted\"");
        }

        @Test
        void hasAChartOfASingleNumberOfUsersToo() throws Exception {
            assertThat(page(tenUsers)).contains("<circle").doesNotContain("NaN", "Infinity");
        }

        @Test
        void linksGatlingsOwnAndShowsTheMachine() throws Exception {
            assertThat(page(all))
                    .contains("href=\"gatling/a/index.html\"", "2 cores", "20,000 files", "a &lt;processor&gt;");
        }

        @Test
        void hasTheCauseBelowAStepThatDiffers() throws Exception {
            RunResults slow = SampleRun.with(tenUsers, 0.5, SampleRun.CALM);

            assertThat(page(tenUsers)).doesNotContain("class=\"note\"");
            assertThat(page(slow)).contains("class=\"note\"", "each request took 6 s beyond");
            assertThat(RunReport.markdown(slow)).contains("each request took 6 s beyond", "-50.0 %");
        }

        @Test
        void explainsWhatWasRun() throws Exception {
            assertThat(page(SampleRun.results(Map.of("load.target", "wait"))))
                    .contains("one wait of", "one\nworker thread", "thinks, and asks again")
                    .doesNotContain("class=\"card bare\"", "whatever the server does", "by hand");
            assertThat(page(SampleRun.results(Map.of("load.model", "open"))))
                    .contains("arrivals/s", "whatever the server does", "by hand")
                    .doesNotContain("thinks, and asks again");
        }
    }

    @Nested
    class TheFile {

        @Test
        void isReadBackForAComparison() throws Exception {
            Path file = Files.writeString(folder.resolve("results.json"), JsonReport.of(tenUsers));

            JsonNode read = EarlierRun.read(file).json();

            assertThat(read.path("machine").path("cores").asInt()).isEqualTo(2);
            assertThat(read.path("rows")).hasSize(4);
            JsonNode row = read.path("rows").get(1);
            assertThat(row.path("mode").asText()).isEqualTo("async");
            assertThat(row.path("users").asInt()).isEqualTo(10);
            assertThat(row.path("per_second").asDouble())
                    .isEqualTo(tenUsers.steps().get(1).perSecond());
            assertThat(RunReport.html(tenUsers, Optional.of(new EarlierRun(read))))
                    .contains("1970-01-01T00:00:00Z", "+0.0 %");
        }

        @Test
        void ofOtherStepsHasNothingToCompare() throws Exception {
            EarlierRun other = new EarlierRun(JsonReport.json(SampleRun.results(Map.of("load.users", "20"))));

            assertThat(RunReport.html(tenUsers, Optional.of(other))).contains("no step in common");
        }

        @Test
        void ofSomethingElseIsNoResult() throws Exception {
            Path file = Files.writeString(folder.resolve("other.json"), "{}");

            assertThatThrownBy(() -> EarlierRun.read(file))
                    .isInstanceOf(LoadLabException.class)
                    .hasMessageContaining("no results.json");
        }
    }

    @Test
    void whatWasNotMeasuredIsNullOrADash() throws Exception {
        RunResults unknown = SampleRun.with(tenUsers, 1, ResourceUsage.UNKNOWN);

        assertThat(JsonReport.json(unknown).path("rows").get(0).path("threads").isNull())
                .isTrue();
        assertThat(page(unknown)).contains("<td>–</td>").doesNotContain("NaN");
    }

    @Test
    void theMarkdownTableHasALineForEachStep() throws Exception {
        String markdown = RunReport.markdown(all);
        List<String> lines =
                markdown.lines().filter(line -> line.startsWith("|")).toList();

        assertThat(markdown)
                .startsWith("- Machine: 2 cores")
                .contains("\n- Load: 1, 10, 100, 1000 users", "\n\n| users");
        assertThat(lines).hasSize(2 + all.steps().size());
        assertThat(lines)
                .extracting(line -> line.chars().filter(c -> c == '|').count())
                .containsOnly(lines.getFirst().chars().filter(c -> c == '|').count());
    }

    @ParameterizedTest
    @CsvSource({"0.0615, 61.5 ms", "0.9999999, 1.000 s", "2.0146, 2.015 s", "NaN, –"})
    void timesHaveTheSamePrecisionEverywhere(double seconds, String text) {
        assertThat(NumberStyle.SECONDS.show(seconds)).isEqualTo(text);
    }

    private static String page(RunResults results) throws IOException {
        return RunReport.html(results, Optional.empty());
    }
}
