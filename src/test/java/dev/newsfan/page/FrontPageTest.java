package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The news as a front page. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class FrontPageTest extends PageTest {

    private static final String ADDRESS = "https://news.example/bridge";
    private static final String ANOTHER_SOURCE = "more-2";

    @Test
    void showsTitleSourceAgeAndSummaryAndWhatBecameOfTheSource() {
        stubs.articles(
                Stubs.SCIENCE_FEED,
                Stubs.article("The old bridge opens again", ADDRESS).put("summary", "After nine years."));
        visit("/");

        assertThat(article("The old bridge")).matchesAriaSnapshot("""
                        - listitem:
                          - paragraph:
                            - text: science-feed ·
                            - time: 3 hours ago
                          - heading "The old bridge opens again" [level=3]:
                            - link "The old bridge opens again"
                          - paragraph: After nine years.
                        """);
        assertThat(report(Stubs.SCIENCE_FEED)).containsText(Pattern.compile("1 article in \\d"));
        assertThat(newsStatus()).containsText(Pattern.compile("^\\d+ articles\\."));
    }

    @Test
    void opensAnArticleInATabOfItsOwnThatKnowsNothingOfThePage() {
        page.context()
                .route(
                        ADDRESS,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<link rel=icon href=data:,>The bridge")));
        stubs.articles(Stubs.SCIENCE_FEED, Stubs.article("The old bridge", ADDRESS));
        visit("/");
        Locator link = article("The old bridge").getByRole(AriaRole.LINK);
        assertThat(link).hasAttribute("target", "_blank");
        assertThat(link).hasAttribute("rel", "noopener noreferrer");

        Page opened = page.waitForPopup(link::click);

        opened.waitForLoadState();
        page.context().unroute(ADDRESS);
        assertThat(opened.evaluate("opener")).isNull();
        assertThat(opened.evaluate("document.referrer")).isEqualTo("");
        opened.close();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void isFilteredByWordAndBySource() {
        stubs.articles(
                Stubs.SCIENCE_FEED,
                Stubs.article("A zebra in the park", ADDRESS + 1),
                Stubs.article("Quiet night", ADDRESS + 2).put("summary", "Only a ZEBRA was seen."),
                Stubs.article("Rain", ADDRESS + 3));
        stubs.articles(ANOTHER_SOURCE, Stubs.article("Zebras everywhere", ADDRESS + 4));
        visit("/");

        page.getByLabel("Word").fill("zebra");
        assertThat(articles()).hasCount(3);
        assertThat(newsStatus()).containsText("with “zebra”");

        page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).selectOption(Stubs.SCIENCE_FEED);
        assertThat(articles()).hasCount(2);
        assertThat(newsStatus()).containsText("2 of");
        assertThat(newsStatus()).containsText("with “zebra” from science-feed.");

        page.getByLabel("Word").fill("no such word");
        assertThat(articles()).hasCount(0);
        assertThat(newsStatus()).containsText("0 of");

        page.getByLabel("Word").clear();
        assertThat(articles()).hasCount(3);
    }

    @Test
    void showsWhatHasComeInWhileASourceKeepsItWaiting() {
        stubs.after(Duration.ofMillis(800), Stubs.CITY_HERALD);
        page.navigate("/");

        assertThat(report(Stubs.WORLD_WIRE)).containsText("articles in");
        assertThat(report(Stubs.CITY_HERALD)).containsText("asking …");
        assertThat(newsStatus()).containsText("Asking 12 sources …");
        assertThat(articles().first()).isVisible();

        newsIsThere();
        assertThat(report(Stubs.CITY_HERALD)).containsText("articles in");
    }

    @Test
    void hasTheArticlesOfTheDigestInItsOrder() {
        visit("/");

        List<String> titles =
                RestAssured.get("/async-news?limit=200").jsonPath().getList("articles.title");
        assertThat(articles().getByRole(AriaRole.HEADING)).hasText(titles.toArray(String[]::new));
    }

    @Test
    void showsTwoHundredArticlesAndSaysThatThereMayBeMore() {
        stubs.articles(
                Stubs.SCIENCE_FEED,
                IntStream.range(0, 230)
                        .mapToObj(number -> Stubs.article("Story " + number, ADDRESS + number))
                        .toArray(JsonObject[]::new));
        visit("/");

        assertThat(articles()).hasCount(200);
        assertThat(region("The news").getByText("These are the newest 200; there may be more."))
                .isVisible();
    }

    @Test
    void saysSoWhenThereIsNoNews() {
        Stubs.USUAL.forEach(stubs::noArticles);
        visit("/");

        assertThat(newsStatus()).hasText("0 articles.");
        assertThat(report(Stubs.WORLD_WIRE)).containsText("0 articles in");
    }

    private Locator article(String text) {
        return articles().filter(new Locator.FilterOptions().setHasText(text));
    }
}
