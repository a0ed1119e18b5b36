package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an operator sees of the sources. Most of what the service says of them is made up. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class SourceOverviewTest extends PageTest {

    private static final String HOURS_AGO =
            Instant.now().minus(Duration.ofHours(2)).toString();

    private void makeUp(JsonObject... sources) {
        JsonObject overview = new JsonObject(RestAssured.get("/sources").asString());
        JsonArray made = new JsonArray();
        for (JsonObject source : sources) {
            made.add(source);
        }
        overview.put("sources", made);
        page.route(
                "**/sources",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(overview.encode())));
    }

    private static JsonObject source(String name, String more) {
        return new JsonObject(("{'name':'" + name + "','format':'feed','timeout':5.0" + more + "}").replace('\'', '"'));
    }

    private static JsonObject[] sources() {
        String closed = ",'state':{'answer':'none','breaker':'closed','calls':3}";
        return new JsonObject[] {
            source(
                    "well",
                    closed + ",'last':{'outcome':'ok','at':'" + HOURS_AGO
                            + "','elapsed':0.123,'articles':10,'dropped':2},'newest':'" + HOURS_AGO
                            + "','average_time':0.456"),
            source("found", closed + ",'format_found':'json-feed'").put("format", "auto"),
            source(
                    "moved",
                    closed + ",'last':{'outcome':'ok','articles':1,'dropped':0},"
                            + "'moved_to':'https://elsewhere.example/feed.xml'"),
            source(
                    "ill",
                    closed + ",'last':{'outcome':'error','at':'" + HOURS_AGO
                            + "','elapsed':0.2,'articles':0,'dropped':0,'code':'status_500',"
                            + "'reason':'it answered with status 500'}"),
            source("bare", ""),
            source("open", ",'state':{'answer':'none','breaker':'open','retry_after':7,'calls':9}")
        };
    }

    @Test
    void putsThoseFirstThatNeedALook() {
        makeUp(sources());
        visit("/#sources");

        assertThat(entries().getByRole(AriaRole.HEADING))
                .hasText(new String[] {"Ilill", "Opopen", "Momoved", "Wewell", "Fofound", "Babare"});
        assertThat(region("The sources")).containsText("3 of 6 sources need a look");
        assertThat(entry("ill")).containsText("failed in 0.20 s: it answered with status 500, 2 hours ago");
        assertThat(entry("open")).containsText("circuit open for another 7 s");
        assertThat(entry("moved")).containsText("It has moved to https://elsewhere.example/feed.xml:");
        assertThat(entry("moved")).containsText("newsfan.sources.moved.url");
    }

    @Test
    void saysWhatEachHasBrought() {
        makeUp(sources());
        visit("/#sources");

        assertThat(entry("well")).containsText("10 articles, 2 dropped in 0.12 s, 2 hours ago");
        assertThat(entry("well").locator("dt"))
                .hasText(new String[] {"Last call", "Newest article", "Average time", "Now"});
        assertThat(entry("well")).containsText("0.46 s");
        assertThat(entry("found")).containsText("auto: json-feed");
        assertThat(entry("bare").locator("dt")).hasCount(0);
    }

    @Test
    void isClosedUntilItIsAskedFor() {
        visit("/");
        assertThat(region("The sources")).containsText("12 sources, none in need of a look");
        assertThat(entries().first()).not().isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The sources"))
                .click();
        assertThat(entries()).hasCount(12);
        assertThat(entries().first()).isVisible();
    }

    @Test
    void canBeReadByEverybodyAndOnEveryScreen() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D");
        makeUp(sources());
        MadeUpNews.show(
                page,
                MadeUpNews.article("Bridge", "more-1", "more-2", "more-3"),
                MadeUpNews.article("A new ferry", "a-source-with-a-long-name", "open"));
        visit("/?source=nobody#sources");
        page.keyboard().press("?");
        page.keyboard().press("j");

        Axe.in(page).everyLookIsFreeOfViolations("with the overview of the sources");
        new Layout(page).isFlawlessInEveryFontAndWidth();
    }

    private Locator entries() {
        return page.locator("#source-list > li");
    }

    private Locator entry(String name) {
        return entries()
                .filter(new Locator.FilterOptions().setHas(page.locator("h3").getByText(name)));
    }
}
