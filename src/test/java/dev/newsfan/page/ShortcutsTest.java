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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the news by keys. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class ShortcutsTest extends PageTest {

    private static final String ADDRESS = "https://news.example/second";

    @BeforeEach
    void haveThreeArticles() {
        MadeUpNews.show(
                page,
                MadeUpNews.article("First", "wire"),
                MadeUpNews.article("Second", "wire"),
                MadeUpNews.article("Third", "wire").put("url", "javascript:nothing"));
    }

    @Test
    void goFromArticleToArticleInSight() {
        visit("/");

        press("j");
        assertThat(link("First")).isFocused();
        press("j");
        assertThat(link("Second")).isFocused();
        assertThat(link("Second")).isInViewport();
        assertThat(articles().nth(1)).hasCSS("outline-style", "solid");
        press("j");
        assertThat(articles().nth(2)).isFocused();
        press("j");
        assertThat(articles().nth(2)).isFocused();
        press("k");
        press("k");
        assertThat(link("First")).isFocused();
        press("k");
        assertThat(link("First")).isFocused();
    }

    @Test
    void goOnFromTheArticleThatWasReadLast() {
        visit("/");
        link("Second").focus();
        page.locator("h1").click();

        press("k");

        assertThat(link("First")).isFocused();
    }

    @Test
    void openAnArticleInATabThatKnowsNothingOfThePage() {
        page.context()
                .route(
                        ADDRESS,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<link rel=icon href=data:,>Second")));
        visit("/");
        press("j");
        press("j");

        Page opened = page.waitForPopup(() -> press("o"));

        opened.waitForLoadState();
        page.context().unroute(ADDRESS);
        assertThat(opened.url()).isEqualTo(ADDRESS);
        assertThat(opened.evaluate("opener")).isNull();
        opened.close();
    }

    @Test
    void areLettersWhileSomeoneTypes() {
        visit("/");
        page.getByLabel("Word").focus();
        press("j");
        press("k");
        press("?");

        assertThat(page.getByLabel("Word")).hasValue("jk?");
        assertThat(page.getByLabel("Word")).isFocused();
        assertThat(articles()).hasCount(0);
    }

    @Test
    void leaveTheKeysOfTheBrowserAlone() {
        visit("/");
        press("Control+j");
        press("Alt+k");

        assertThat(page.locator("body")).isFocused();
    }

    @Test
    void areExplainedByAQuestionMarkAndCanBeSwitchedOff() {
        visit("/");
        press("?");
        Locator on = page.getByLabel("Use these keys");
        on.uncheck();
        press("j");
        assertThat(link("First")).not().isFocused();

        page.reload();
        newsIsThere();
        press("?");
        press("j");
        assertThat(on).not().isVisible();
        assertThat(link("First")).not().isFocused();
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private Locator link(String title) {
        return articles().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title));
    }
}
