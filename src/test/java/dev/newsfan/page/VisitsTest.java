package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has come since the last visit. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class VisitsTest extends PageTest {

    private Instant now = Instant.now();

    @BeforeEach
    void haveAnArticle() {
        MadeUpNews.show(page, MadeUpNews.article("Old", "wire"));
    }

    private void visitAfter(Duration time) {
        page.navigate("about:blank"); // whoever leaves the page was there until then
        now = now.plus(time);
        page.clock().setFixedTime(Date.from(now));
        visit("/");
    }

    @Test
    void markNothingTheFirstTime() {
        visitAfter(Duration.ZERO);

        assertThat(articles()).hasCount(1);
        assertThat(marks()).hasCount(0);
        assertThat(newsStatus()).hasText("1 article.");
    }

    @Test
    void markWhatHasComeSinceTheLastTime() {
        visitAfter(Duration.ZERO);
        MadeUpNews.show(
                page,
                MadeUpNews.article("Undated", "wire").putNull("published_at"),
                MadeUpNews.article("New", "wire"),
                MadeUpNews.article("Old", "wire"));
        visitAfter(Duration.ofHours(1));

        assertThat(marks()).hasText(new String[] {"new since your last visit", "new since your last visit"});
        assertThat(articles().nth(2)).not().containsText("since your last visit");
        assertThat(newsStatus()).hasText("3 articles. 2 new since your last visit.");

        visitAfter(Duration.ofMinutes(10));
        assertThat(marks()).hasCount(2);

        visitAfter(Duration.ofHours(1));
        assertThat(marks()).hasCount(0);
    }

    @Test
    void rememberWhatASourceThatWasIllBroughtBefore() {
        MadeUpNews.show(page, MadeUpNews.article("Old", "wire"), MadeUpNews.article("Missed", "herald"));
        visitAfter(Duration.ZERO);
        MadeUpNews.show(page, MadeUpNews.article("Old", "wire"));
        visitAfter(Duration.ofHours(1));
        MadeUpNews.show(page, MadeUpNews.article("Old", "wire"), MadeUpNews.article("Missed", "herald"));
        visitAfter(Duration.ofHours(1));

        assertThat(articles()).hasCount(2);
        assertThat(marks()).hasCount(0);
    }

    @Test
    void areNotNeededToReadTheNews() {
        page.addInitScript("Object.defineProperty(window, 'localStorage', "
                + "{ get() { throw new DOMException('blocked', 'SecurityError'); } })");
        visitAfter(Duration.ZERO);
        visitAfter(Duration.ofHours(1));

        assertThat(articles()).hasCount(1);
        assertThat(marks()).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "null", "[1,2]", "{\"at\":\"x\",\"seen\":{},\"before\":[3,null]}", "7"})
    void startAnewIfWhatIsKeptMakesNoSense(String kept) {
        page.addInitScript("if (location.protocol === 'http:') localStorage.setItem('newsfan.visits', '" + kept + "')");
        visitAfter(Duration.ZERO);

        assertThat(articles()).hasCount(1);
        assertThat(marks()).hasCount(0);
    }

    private Locator marks() {
        return articles().locator(".new");
    }
}
