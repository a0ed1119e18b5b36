package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What the page tells someone who has read nothing. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class IntroductionTest extends PageTest {

    @Test
    void explainsItselfByHeadingsAndLandmarks() {
        visit("/");

        assertThat(page).hasTitle("Newsfan: one request, many sources");
        assertThat(heading(1)).hasText("Three ways to wait for the news");
        assertThat(page.getByRole(AriaRole.LIST, named("The three modes"))).matchesAriaSnapshot("""
                        - list "The three modes":
                          - listitem:
                            - heading "Sync" [level=2]
                            - paragraph: /One after another \\(sequential\\)/
                            - paragraph: At most 2 such requests at a time.
                          - listitem:
                            - heading "Async" [level=2]
                            - paragraph: /All at once \\(concurrent\\), and no thread waits/
                            - paragraph: At most 2 such requests at a time.
                          - listitem:
                            - heading "Virtual" [level=2]
                            - paragraph: /All at once \\(concurrent\\), with a virtual thread for each source/
                            - paragraph: At most 2 such requests at a time.
                        """);
        for (AriaRole role :
                new AriaRole[] {AriaRole.BANNER, AriaRole.MAIN, AriaRole.CONTENTINFO, AriaRole.NAVIGATION}) {
            assertThat(page.getByRole(role)).hasCount(1);
        }
        assertThat(region("The race")).isVisible();
        assertThat(region("The sources")).isVisible();
        assertThat(region("The news")).isVisible();
        assertThat(page.getByRole(AriaRole.SEARCH)).isVisible();
        assertThat(heading(2))
                .hasText(new String[] {"Sync", "Async", "Virtual", "The race", "The sources", "The news"});
    }

    @Test
    void hasItsLiveRegionsBeforeAnyScript() {
        page.route("**/*.js", route -> route.abort());
        expectComplaint("ERR_FAILED");
        page.navigate("/");

        assertThat(page.locator("#race-result[role=status]")).hasCount(1);
        assertThat(page.locator("#news-status[role=status]")).hasCount(1);
        assertThat(page.locator("#service-words[role=status]")).hasCount(1);
    }

    @Test
    void letsTheKeyboardSkipToTheRace() {
        visit("/");

        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.LINK, named("Skip to the race"))).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(checkbox("Sync")).isFocused();
    }

    @Test
    void leadsToTheDocumentationOfTheApi() {
        visit("/");

        page.getByRole(AriaRole.LINK, named("The API")).click();

        assertThat(page.getByText("/async-news").first()).isVisible();
        assertThat(page.url()).contains("/q/swagger-ui");
    }

    private Locator heading(int level) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(level));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
