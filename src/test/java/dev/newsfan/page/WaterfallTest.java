package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the time of a request went, as the page shows it. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class WaterfallTest extends PageTest {

    private static final String EXPLAIN = """
            {"trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "step": "request", "started": 0, "elapsed": 4,
             "facts": {"sources": "one,two,three"}, "steps": [
              {"step": "waiting", "started": 0, "elapsed": 0},
              {"step": "call", "source": "two", "started": 0, "elapsed": 4, "facts": {"outcome": "timeout", "code": "timeout"},
               "events": [{"event": "shared", "at": 0.01}]},
              {"step": "call", "source": "three", "started": 0, "elapsed": 0, "facts": {"outcome": "ok", "articles": 2},
               "events": [{"event": "fresh", "at": 0}]},
              {"step": "call", "source": "one", "started": 0, "elapsed": 3, "facts": {"outcome": "ok", "articles": 7},
               "events": [{"event": "retried", "at": 1}], "steps": [
                {"step": "attempt", "started": 0, "elapsed": 1, "facts": {"outcome": "error", "code": "cut_off"}, "steps": [
                 {"step": "place", "started": 0, "elapsed": 0.5}, {"step": "connection", "started": 0.5, "elapsed": 0.5}]},
                {"step": "attempt", "started": 1, "elapsed": 2, "facts": {"outcome": "ok", "status": 200}, "steps": [
                 {"step": "connection", "started": 1, "elapsed": 0},
                 {"step": "first_byte", "started": 1, "elapsed": 1.5}, {"step": "body", "started": 2.5, "elapsed": 0.5}]},
                {"step": "decoding", "started": 3, "elapsed": 0}]},
              {"step": "merging", "started": 3, "elapsed": 0.5}, {"step": "writing", "started": 3.5, "elapsed": 0.5}]}""";

    private static final String NEWS = """
            {"mode": "virtual", "total_time": 4, "articles": [], "explain": %s}""".formatted(EXPLAIN);

    private static final String PROBLEM = """
            {"status": 504, "title": "Gateway Timeout", "detail": "No source answered in time: two.", "explain": %s}""".formatted(EXPLAIN);

    private static final Pattern FIRST_BYTE = Pattern.compile("first byte \\d");

    private Locator fold() {
        return region("The news").locator("#steps-all");
    }

    /** The rows that stand for this. */
    private static Locator row(Locator where, String name) {
        return where.locator(".waterfall > div").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static BoundingBox box(Locator row, String step) {
        return row.locator("[data-step=" + step + "]").boundingBox();
    }

    private void answer(int status, String body) {
        page.route(
                Pattern.compile("-news\\?limit=1&explain=true$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType(status == 200 ? "application/json" : "application/problem+json")
                        .setBody(body)));
    }

    private void askIn(String mode) {
        fold().getByText("Where the time goes").click();
        button(mode).click();
    }

    @Test
    void aRaceShowsAllLanesOnOneScale() {
        visit(RACE_OF_THREE);
        race();
        assertThat(lane("Async").locator(".waterfall")).isHidden();

        lane("Async").getByText("Where the time went").click();

        for (String mode : List.of("Sync", "Async", "Virtual")) {
            assertThat(lane(mode).locator(".waterfall > div")).hasCount(4);
            for (String source : StubbedSources.USUAL) {
                assertThat(row(lane(mode), source)).containsText(FIRST_BYTE);
            }
            assertThat(row(lane(mode), "Newsfan itself")).isVisible();
            assertThat(calls(lane(mode))).hasCount(3);
        }
        assertThat(page.locator("#lanes-legend")).containsText("first byte");
        // One after another, and all at once.
        assertThat(begin("Sync", 1)).isGreaterThanOrEqualTo(end("Sync", 0) - 1);
        assertThat(begin("Sync", 2)).isGreaterThanOrEqualTo(end("Sync", 1) - 1);
        assertThat(begin("Async", 2)).isLessThan(end("Async", 0));
        assertThat(begin("Virtual", 2)).isLessThan(end("Virtual", 0));
    }

    private double begin(String mode, int source) {
        return box(row(lane(mode), StubbedSources.USUAL.get(source)), "first_byte").x;
    }

    private double end(String mode, int source) {
        BoundingBox box = box(row(lane(mode), StubbedSources.USUAL.get(source)), "first_byte");
        return box.x + box.width;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void theNewsAreAskedOnceMoreInEachMode(String mode) {
        visit("/");

        askIn(mode.substring(0, 1).toUpperCase() + mode.substring(1));

        assertThat(page.locator("#steps-status")).hasText(Pattern.compile("^In " + mode + " mode it took .*s\\.$"));
        assertThat(row(fold(), StubbedSources.WORLD_WIRE)).containsText(FIRST_BYTE);
        assertThat(row(fold(), StubbedSources.WORLD_WIRE)).containsText("10 articles");
        assertThat(fold().locator(".waterfall > div")).hasCount(StubbedSources.USUAL.size() + PageProfile.MORE + 1);
        assertThat(page.locator("#steps-trace")).hasText(Pattern.compile("^Trace [0-9a-f]{32}$"));
    }

    @Test
    void thePictureFollowsTheData() {
        visit("/");
        answer(200, NEWS);

        askIn("Virtual");

        assertThat(fold().locator(".waterfall dt"))
                .hasText(new String[] {"one", "request 1", "request 2", "two", "three", "Newsfan itself"});
        Locator second = row(fold(), "request 2");
        assertThat(box(second, "first_byte").width / box(second, "body").width).isEqualTo(3, within(0.1));
        assertThat(box(second, "connection").width).isPositive();
        assertThat(box(second, "first_byte").x)
                .isEqualTo(box(row(fold(), "request 1"), "connection").x + box(second, "body").width, within(6.0));
        assertThat(box(row(fold(), "Newsfan itself"), "writing").x)
                .isGreaterThan(box(second, "body").x + box(second, "body").width);
    }

    @Test
    void wordsSayWhatThePictureShows() {
        visit("/");
        answer(200, NEWS);

        askIn("Virtual");

        Locator rows = fold().locator(".waterfall > div");
        assertThat(rows.nth(0)).containsText("7 articles");
        assertThat(rows.nth(0)).containsText("asked again (at 1.00\u00a0s)");
        assertThat(rows.nth(0).locator(".event")).hasCount(1);
        assertThat(rows.nth(1)).containsText("failed: cut off");
        assertThat(rows.nth(1)).containsText("waiting for a place 0.50\u00a0s, connection 0.50\u00a0s");
        assertThat(rows.nth(2)).containsText("first byte 1.50\u00a0s, body 0.50\u00a0s");
        assertThat(rows.nth(3)).containsText("timed out");
        assertThat(rows.nth(3)).containsText("waits for another request’s call");
        assertThat(rows.nth(4)).containsText("kept and still fresh");
        assertThat(rows.nth(5)).containsText("merging 0.50\u00a0s, writing 0.50\u00a0s");
    }

    @Test
    void aProblemIsExplainedAsWell() {
        expectComplaint("504");
        visit("/");
        answer(504, PROBLEM);

        askIn("Async");

        assertThat(page.locator("#steps-status")).hasText("No source answered in time: two.");
        assertThat(row(fold(), "two")).containsText("timed out");
    }

    @Test
    void thereIsNothingToOpenWhereNothingIsExplained() {
        page.route("**/sources", route -> edit(route, "\"explain\":true", "\"explain\":false"));
        page.route("**/race?*", route -> edit(route, "\"explain\":", "\"forgotten\":"));
        visit(RACE_OF_THREE);

        race();

        assertThat(lane("Sync")).containsText("26 articles");
        assertThat(lane("Sync").locator(".steps")).isHidden();
        assertThat(fold()).isHidden();
    }

    private static void edit(Route route, String from, String to) {
        var answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace(from, to)));
    }
}
