package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The news of some sources, in the page's address and as a feed; and who else has a story. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class SourceFilterTest extends PageTest {

    @BeforeEach
    void haveFourArticles() {
        MadeUpNews.show(
                page,
                MadeUpNews.article("Bridge", "more-1", "more-2", "more-3"),
                MadeUpNews.article("Ferry", "more-1"),
                MadeUpNews.article("Tram", "more-2"),
                MadeUpNews.article("Train", "more-4"));
    }

    @Test
    void saysWhoElseHasAStory() {
        visit("/");

        assertThat(articles().first().locator(".byline")).containsText("also at more-2 and more-3");
        assertThat(articles().first().locator(".badge")).hasText("M1");
        assertThat(articles().nth(1)).not().containsText("also at");
    }

    @Test
    void countsTheArticlesOfEachSource() {
        visit("/");
        assertThat(chip("more-1")).hasAccessibleName("more-1 2 articles");
        assertThat(chip("more-3")).hasAccessibleName("more-3 1 articles");
        assertThat(chip("more-9")).hasAccessibleName("more-9 0 articles");

        page.getByLabel("Word").fill("tra");
        assertThat(chip("more-1")).hasAccessibleName("more-1 0 articles");
        assertThat(chip("more-2")).hasAccessibleName("more-2 1 articles");
    }

    @Test
    void showsWhatAnyOfTheChosenSourcesHas() {
        visit("/");
        chip("more-3").check();
        assertThat(titles()).hasText(new String[] {"Bridge"});
        chip("more-4").check();
        assertThat(titles()).hasText(new String[] {"Bridge", "Train"});
        assertThat(newsStatus()).containsText("2 of 4 articles from more-3 and more-4.");

        button("All sources").click();
        assertThat(articles()).hasCount(4);
        assertThat(button("All sources")).not().isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void isFoldedOnAPhoneAndSaysWhatIsChosen() {
        page.setViewportSize(390, 844);
        visit("/?source=more-1,more-3");
        assertThat(chip("more-1")).not().isVisible();

        region("The news")
                .getByText("more-1 and more-3", new Locator.GetByTextOptions().setExact(true))
                .click();
        chip("more-1").uncheck();
        chip("more-3").uncheck();
        assertThat(region("The news").getByText("all 12 sources")).isVisible();

        page.setViewportSize(1280, 900);
        assertThat(region("The news").getByText("all 12 sources")).not().isVisible();
        assertThat(chip("more-1")).isVisible();
    }

    @Test
    void isKeptInTheAddressAndGoesBackAndForthWithIt() {
        visit("/?source=more-2,more-4&q=tra");
        assertThat(titles()).hasText(new String[] {"Tram", "Train"});
        assertThat(page.getByLabel("Word")).hasValue("tra");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("The news").setExact(true))
                .click();
        chip("more-2").uncheck();
        assertThat(page).hasURL(Pattern.compile("\\?source=more-4&q=tra#news$"));
        page.goBack();
        assertThat(titles()).hasText(new String[] {"Tram", "Train"});
        assertThat(chip("more-2")).isChecked();
        page.goForward();
        assertThat(titles()).hasText(new String[] {"Train"});
        page.reload();
        newsIsThere();
        assertThat(titles()).hasText(new String[] {"Train"});
    }

    @Test
    void ofAnAddressWithUnknownNamesIsTheRest() {
        visit("/?source=nobody,more-4");

        assertThat(titles()).hasText(new String[] {"Train"});
        assertThat(region("The news").getByText("This address names nobody: no source of that name is asked here."))
                .isVisible();
        chip("more-4").uncheck();
        assertThat(region("The news").getByText("This address names")).not().isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void understandsTheAddressesOfEarlierPages() {
        visit("/?from=more-4");
        assertThat(titles()).hasText(new String[] {"Train"});

        chip("more-2").check();
        assertThat(page).hasURL(Pattern.compile("/\\?source=more-2,more-4$"));
    }

    @Test
    void leadsToTheFeedsOfWhatIsChosen() {
        visit("/");
        assertThat(feed("Atom")).hasAttribute("href", "feed.atom");
        chip("more-2").check();
        chip("more-4").check();
        page.getByLabel("Word").fill("tra & more");

        assertThat(feed("Atom")).hasAttribute("href", "feed.atom?sources=more-2,more-4&q=tra+%26+more");
        assertThat(feed("JSON Feed")).hasAttribute("href", "feed.json?sources=more-2,more-4&q=tra+%26+more");
        assertThat(page.locator("head link[rel=alternate]").first()).hasAttribute("type", "application/atom+xml");
    }

    private Locator titles() {
        return articles().getByRole(AriaRole.HEADING);
    }

    private Locator feed(String name) {
        return region("The news")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
