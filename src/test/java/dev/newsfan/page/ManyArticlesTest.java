package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A long list is not made anew for what hardly changes it. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class ManyArticlesTest extends PageTest {

    @Test
    void areTouchedOnlyWhereTheFilterChangesThem() {
        MadeUpNews.show(page, MadeUpNews.articles(500, "more-1"));
        visit("/");
        assertThat(articles()).hasCount(500);
        page.evaluate("""
                () => {
                    window.changes = 0;
                    const watch = new MutationObserver(records => records.forEach(record => {
                        window.changes += record.addedNodes.length + record.removedNodes.length;
                    }));
                    watch.observe(document.getElementById('articles'), { childList: true, subtree: true });
                }
                """);

        chip("more-1").check();
        assertThat(newsStatus()).containsText("500 of 500 articles from more-1");
        assertThat(number("window.changes")).isZero();

        page.getByLabel("Word").fill("story 1");
        assertThat(articles()).hasCount(111);
        assertThat(number("window.changes")).isEqualTo(389);
    }
}
