package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The three reports of a run. */
class ReportTest {

    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void thePageNeedsNoNetwork() {
        String html = page(SampleRun.results(Map.of()), Optional.empty());

        assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//|@import|url\\(");
    }

    @Test
    void thePageHasAChartForEachQuestionWithALineForEachMode() throws Exception {
        String html = page(SampleRun.results(Map.of()), Optional.empty());

        List<String> charts =
                SVG.matcher(html).results().map(MatchResult::group).toList();
        assertThat(charts).hasSize(4);
        for (String chart : charts) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(chart)));
            assertThat(chart)
                    .contains(">sync<", ">async<", ">virtual<", ">bare<")
                    .doesNotContain("NaN");
        }
        assertThat(charts.getFirst()).containsPattern("<g class=\"async\"><polyline class=\"predicted\"");
    }

    @Test
    void thePageLinksGatlingsOwnAndShowsTheMachine() {
        assertThat(page(SampleRun.results(Map.of()), Optional.empty()))
                .contains("href=\"gatling/a/index.html\"", "2 cores", "20,000 files", "a &lt;processor&gt;");
    }

    @Test
    void aStepThatDiffersHasItsCauseBelowIt() {
        Results calm = SampleRun.results(Map.of("load.users", "10"));
        Row slow = SampleRun.row(calm.rows().getFirst().step(), 0.5, SampleRun.CALM);
        Results results = new Results(
                calm.at(), calm.options(), calm.machine(), calm.houses(), calm.settings(), calm.alone(), List.of(slow));

        assertThat(page(calm, Optional.empty())).doesNotContain("class=\"note\"");
        assertThat(page(results, Optional.empty())).contains("class=\"note\"", "each request took 6 s beyond");
        assertThat(MarkdownReport.of(results)).contains("each request took 6 s beyond", "-50.0 %");
    }

    @Test
    void aSingleNumberOfUsersMakesAChartToo() {
        assertThat(page(SampleRun.results(Map.of("load.users", "10")), Optional.empty()))
                .contains("<circle")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void theWaitIsExplained() {
        assertThat(page(SampleRun.results(Map.of("load.target", "wait")), Optional.empty()))
                .contains("one worker thread", "default pool")
                .doesNotContain("class=\"card bare\"");
    }

    @Test
    void theFileIsReadBackForAComparison() throws Exception {
        Path file = folder.resolve("results.json");
        Results results = SampleRun.results(Map.of("load.users", "10"));

        ResultsFile.write(results, file);
        JsonNode read = ResultsFile.read(file);

        assertThat(read.path("machine").path("cores").asInt()).isEqualTo(2);
        assertThat(read.path("rows")).hasSize(4);
        JsonNode row = read.path("rows").get(1);
        assertThat(row.path("mode").asText()).isEqualTo("async");
        assertThat(row.path("users").asInt()).isEqualTo(10);
        assertThat(row.path("per_second").asDouble())
                .isEqualTo(results.rows().get(1).measured().perSecond());
        assertThat(page(results, Optional.of(read))).contains("1970-01-01T00:00:00Z", "+0.0 %");
    }

    @Test
    void anEarlierRunOfOtherStepsCannotBeComparedWith() {
        JsonNode other = ResultsFile.json(SampleRun.results(Map.of("load.users", "20")));

        assertThat(page(SampleRun.results(Map.of("load.users", "10")), Optional.of(other)))
                .contains("no step in common");
    }

    @Test
    void whatWasNotMeasuredIsNullInTheFileAndADashOnThePage() {
        Results results = SampleRun.results(Map.of("load.users", "10"));
        Row row = SampleRun.row(results.rows().getFirst().step(), 1, Usage.UNKNOWN);
        Results unknown = new Results(
                results.at(),
                results.options(),
                results.machine(),
                results.houses(),
                results.settings(),
                results.alone(),
                List.of(row));

        assertThat(ResultsFile.json(unknown).path("rows").get(0).path("threads").isNull())
                .isTrue();
        assertThat(page(unknown, Optional.empty())).contains("<td>–</td>").doesNotContain("NaN");
    }

    @Test
    void anotherFileIsNoResult() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{}");

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no results.json");
    }

    @Test
    void theMarkdownTableHasALineForEachStep() {
        Results results = SampleRun.results(Map.of());

        List<String> lines = MarkdownReport.of(results)
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();

        assertThat(lines).hasSize(2 + results.rows().size());
        long bars = lines.getFirst().chars().filter(c -> c == '|').count();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(bars));
    }

    private static String page(Results results, Optional<JsonNode> earlier) {
        return new HtmlReport(results, earlier).html();
    }
}
