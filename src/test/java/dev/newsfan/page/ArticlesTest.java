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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The articles, and what is said of them. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class ArticlesTest extends PageTest {

    private static final String ADDRESS = "https://news.example/bridge";
    private static final String ANOTHER_SOURCE = "more-2";

    @Test
    void showTitleSourceAgeAndSummary() {
        stubs.articles(
                StubbedSources.SCIENCE_FEED,
                StubbedSources.article("The old bridge opens again", ADDRESS).put("summary", "After nine years."));
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
        assertThat(report(StubbedSources.SCIENCE_FEED)).containsText(Pattern.compile("1 article in \\d"));
        assertThat(newsStatus()).containsText(Pattern.compile("^\\d+ articles\\."));
    }

    @Test
    void openInATabOfTheirOwnThatKnowsNothingOfThePage() {
        page.context()
                .route(
                        ADDRESS,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<link rel=icon href=data:,>The bridge")));
        stubs.articles(StubbedSources.SCIENCE_FEED, StubbedSources.article("The old bridge", ADDRESS));
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
    void areFilteredByWordAndBySource() {
        stubs.articles(
                StubbedSources.SCIENCE_FEED,
                StubbedSources.article("A zebra in the park", ADDRESS + 1),
                StubbedSources.article("Quiet night", ADDRESS + 2).put("summary", "Only a ZEBRA was seen."),
                StubbedSources.article("Rain", ADDRESS + 3));
        stubs.articles(ANOTHER_SOURCE, StubbedSources.article("Zebras everywhere", ADDRESS + 4));
        visit("/");

        page.getByLabel("Word").fill("zebra");
        assertThat(articles()).hasCount(3);
        assertThat(newsStatus()).containsText("with “zebra”");

        chip(StubbedSources.SCIENCE_FEED).check();
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
    void standInTheOrderOfTheDigest() {
        visit("/");

        List<String> titles =
                RestAssured.get("/async-news?limit=200").jsonPath().getList("articles.title");
        assertThat(articles().getByRole(AriaRole.HEADING)).hasText(titles.toArray(String[]::new));
    }

    @Test
    void areTwoHundredAtMostAndItIsSaidSo() {
        stubs.articles(
                StubbedSources.SCIENCE_FEED,
                IntStream.range(0, 230)
                        .mapToObj(number -> StubbedSources.article("Story " + number, ADDRESS + number))
                        .toArray(JsonObject[]::new));
        visit("/");

        assertThat(articles()).hasCount(200);
        assertThat(region("The news").getByText("These are the newest 200; there may be more."))
                .isVisible();
    }

    @Test
    void mayBeNone() {
        StubbedSources.USUAL.forEach(stubs::noArticles);
        visit("/");

        assertThat(newsStatus()).hasText("0 articles.");
        assertThat(report(StubbedSources.WORLD_WIRE)).containsText("0 articles in");
    }

    @Nested
    @TestProfile(PageProfile.class)
    class BeforeTheDigest {

        @Test
        void areThereWhileASourceIsStillAsked() {
            stubs.after(Duration.ofMillis(800), StubbedSources.CITY_HERALD);
            page.navigate("/");

            assertThat(report(StubbedSources.WORLD_WIRE)).containsText("articles in");
            assertThat(report(StubbedSources.CITY_HERALD)).containsText("asking …");
            assertThat(newsStatus()).containsText("Asking 12 sources …");
            assertThat(articles().first()).isVisible();

            newsIsThere();
            assertThat(report(StubbedSources.CITY_HERALD)).containsText("articles in");
        }

        @Test
        void standAsTheServiceMergedThem() {
            breakOffAfter(List.of("Second", "Fourth"), List.of("Second", "First", "Fourth", "Third"));
            page.navigate("/");

            assertThat(articles().getByRole(AriaRole.HEADING))
                    .hasText(new String[] {"Second", "First", "Fourth", "Third"});
            assertThat(newsStatus()).containsText("what it had sent until then is all there is");
        }

        @Test
        void stayWhileTheSourcesAreAskedAgain() {
            visit("/");
            List<String> before = articles().allTextContents();
            breakOffAfter(List.of("First"));
            button("Ask again").click();

            assertThat(newsStatus()).containsText("what it had sent until then is all there is");
            assertThat(articles()).hasText(before.toArray(String[]::new));
        }

        /** A stream of what is merged after each source, by titles; it never comes to its digest. */
        @SafeVarargs
        private void breakOffAfter(List<String>... merged) {
            String events = Stream.of(merged)
                    .map(titles -> new JsonObject()
                            .put(
                                    "report",
                                    new JsonObject(Map.of(
                                            "name",
                                            "more-1",
                                            "outcome",
                                            "ok",
                                            "articles",
                                            2,
                                            "dropped",
                                            0,
                                            "elapsed",
                                            0.1)))
                            .put(
                                    "articles",
                                    titles.stream()
                                            .map(title -> StubbedSources.article(title, ADDRESS + title)
                                                    .put("source", "more-1"))
                                            .toList()))
                    .map(part -> "event:source\ndata:" + part.encode() + "\n\n")
                    .collect(Collectors.joining());
            page.route(
                    Pattern.compile("/stream-news\\?.*merged=true"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody(events)));
        }
    }

    private Locator article(String text) {
        return articles().filter(new Locator.FilterOptions().setHasText(text));
    }
}
