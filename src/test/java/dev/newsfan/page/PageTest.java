package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page in a browser that knows nothing yet. Whatever the browser complains of, or asks of anybody but the service, fails
 * the test, unless it was expected.
 */
@Tag("long")
abstract class PageTest {

    static final String RACE_OF_THREE = "/?sources=" + String.join(",", StubbedSources.USUAL);
    private static final double PATIENCE_MILLIS = 10_000;

    /** The browser's store is shared with the pages of other tests; what it keeps for a tab is not. */
    private static final String BEGIN_WITH_NOTHING_KEPT = """
            try {
                if (!sessionStorage.getItem('begun')) {
                    sessionStorage.setItem('begun', 'yes');
                    localStorage.clear();
                }
            } catch { /* nothing can be kept */ }
            """;

    /** Such as "12 articles." and more, while nothing more is asked for. */
    private static final Pattern ENDED = Pattern.compile("^\\d+( of \\d+)? articles?\\b(?!.*Asking)");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    WireMock wireMock;

    @TestHTTPResource
    String service;

    StubbedSources stubs;
    Page page;

    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    @BeforeEach
    void openAPage() {
        stubs = new StubbedSources(wireMock);
        stubs.quick();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // Nothing moves, so that there is nothing to wait for.
        open(CHROMIUM.context(service), ReducedMotion.REDUCE);
    }

    @AfterEach
    void closeItAndLeaveNothingBehind() {
        page.close();
        wireMock.resetToDefaultMappings();
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(atWork()).containsOnly(0));
        complaints.removeIf(complaint ->
                expected.stream().anyMatch(pattern -> pattern.matcher(complaint).find()));
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    /** Starts over in a page that moves as it likes. */
    final void allowMotion() {
        page.close();
        open(CHROMIUM.context(service), ReducedMotion.NO_PREFERENCE);
    }

    /**
     * Starts over in a page without the browser's policy, which would stop what a test injects, or hide that the page itself
     * doesn't.
     */
    final void withoutPolicy() {
        page.close();
        open(CHROMIUM.contextWithoutPolicy(service), ReducedMotion.REDUCE);
    }

    private void open(BrowserContext context, ReducedMotion motion) {
        page = context.newPage();
        page.addInitScript(BEGIN_WITH_NOTHING_KEPT);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("not caught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(service) && !request.url().startsWith("data:")) {
                complaints.add("asked for " + request.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** A complaint of the browser that this test provokes. */
    final void expectComplaint(String regex) {
        expected.add(Pattern.compile(regex));
    }

    final List<String> complaints() {
        return complaints;
    }

    /** The requests at work in each mode. */
    static List<Integer> atWork() {
        var news = RestAssured.get("/q/health/ready").jsonPath();
        return List.of("sync", "async", "virtual").stream()
                .map(mode -> news.getString("checks.find { it.name == 'news' }.data." + mode + "_at_work"))
                .map(words -> Integer.valueOf(words.split(" ")[0]))
                .toList();
    }

    /** Opens the page and waits until all of its news is there. */
    final void visit(String address) {
        page.navigate(address);
        newsIsThere();
    }

    final void newsIsThere() {
        page.waitForCondition(() -> ENDED.matcher(newsStatus().textContent()).find());
    }

    final void race() {
        button("Start").click();
        raceIsOver();
    }

    final void raceIsOver() {
        page.waitForCondition(() -> button("Start").isEnabled());
    }

    final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    final Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    final Locator checkbox(String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The chip of a source in the filter of the news. */
    final Locator chip(String source) {
        return region("The news")
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + source + " \\d")));
    }

    /** The lane of a mode, such as "Sync". */
    final Locator lane(String mode) {
        return region("The race")
                .getByRole(
                        AriaRole.REGION,
                        new Locator.GetByRoleOptions().setName(mode).setExact(true));
    }

    /** The calls of a lane, or the one of a source. */
    static Locator calls(Locator lane) {
        return lane.getByRole(AriaRole.LISTITEM);
    }

    static Locator call(Locator lane, String source) {
        return calls(lane).filter(new Locator.FilterOptions().setHasText(source));
    }

    /** A switch, such as "fail", of a source. */
    final Locator fault(String source, String kind) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Trouble for " + source))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(kind));
    }

    /** The live region that says what a race comes to. */
    final Locator result() {
        return region("The race").locator("#race-result[role=status]");
    }

    /** The live region that says how many articles there are. */
    final Locator newsStatus() {
        return region("The news").getByRole(AriaRole.STATUS);
    }

    final Locator articles() {
        return page.getByRole(
                        AriaRole.LIST,
                        new Page.GetByRoleOptions().setName("The news").setExact(true))
                .getByRole(AriaRole.LISTITEM);
    }

    /** Opens the lists that are folded because they are long. */
    final void unfold() {
        page.locator("details.fold").all().stream()
                .filter(fold -> fold.getAttribute("open") == null)
                .forEach(fold -> fold.locator("summary").click());
    }

    /** Opens that in the lanes of the race that was, and of a request for the news. */
    final void seeWhereTheTimeWent() {
        lane("Sync").getByText("Where the time went").click();
        page.getByText("Where the time goes").click();
        button("Virtual").click();
        assertThat(page.locator("#steps-status")).containsText("In virtual mode it took");
    }

    /** What became of a source, as the news says it; that may be folded. */
    final Locator report(String source) {
        return page.locator("#reports > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(source, new Page.GetByTextOptions().setExact(true))));
    }

    final int scrollWidth() {
        return number("document.documentElement.scrollWidth");
    }

    final int number(String script) {
        return ((Number) page.evaluate(script)).intValue();
    }
}
