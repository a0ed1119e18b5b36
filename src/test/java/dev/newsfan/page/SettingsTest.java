package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page's address keeps, so that a race can be shared. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class SettingsTest extends PageTest {

    @Test
    void surviveAReloadInTheAddress() {
        visit(RACE_OF_THREE);
        checkbox("Virtual").uncheck();
        checkbox(StubbedSources.SCIENCE_FEED).uncheck();
        word().fill("the");
        chip(StubbedSources.CITY_HERALD).check();
        assertThat(page)
                .hasURL(Pattern.compile(
                        "/\\?sources=world-wire,city-herald&modes=sync,async&q=the&source=city-herald$"));
        String status = newsStatus().textContent();

        page.reload();
        newsIsThere();

        assertThat(checkbox("Virtual")).not().isChecked();
        assertThat(checkbox("Async")).isChecked();
        assertThat(checkbox(StubbedSources.SCIENCE_FEED)).not().isChecked();
        assertThat(checkbox(StubbedSources.WORLD_WIRE)).isChecked();
        assertThat(word()).hasValue("the");
        assertThat(chip(StubbedSources.CITY_HERALD)).isChecked();
        assertThat(chip(StubbedSources.WORLD_WIRE)).not().isChecked();
        assertThat(newsStatus()).hasText(status);
        assertThat(page.locator(".lane")).hasCount(0);
    }

    @Test
    void shareARaceThatStartsByItself() {
        visit(RACE_OF_THREE);
        checkbox("Sync").uncheck();
        checkbox(StubbedSources.CITY_HERALD).uncheck();
        String link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link that starts this race"))
                .getAttribute("href");

        visit(link);
        raceIsOver();

        assertThat(result()).hasText(Pattern.compile("Async took .* Virtual took .*"));
        assertThat(page.locator(".lane")).hasCount(2);
        assertThat(calls(lane("Virtual"))).hasCount(2);
        assertThat(page).not().hasURL(Pattern.compile("start="));
    }

    @Test
    void ofALinkWithUnknownNamesStartNothing() {
        visit("/?modes=async,telepathic&sources=world-wire,nobody&start=1");

        assertThat(result()).hasText("This link names telepathic and nobody, which this service does not have.");
        assertThat(checkbox("Async")).isChecked();
        assertThat(checkbox("Sync")).not().isChecked();
        assertThat(page.locator(".lane")).hasCount(0);
    }

    private Locator word() {
        return page.getByLabel("Word");
    }
}
