package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the page as dev mode shows it: {@code ./mvnw test -Dtest=ScreenshotsTest -Dpage.screenshots=FOLDER}. */
@QuarkusTest
@ConnectWireMock
@EnabledIfSystemProperty(
        named = "page.screenshots",
        matches = ".+",
        disabledReason = "only on demand, by -Dpage.screenshots=FOLDER")
class ScreenshotsTest extends PageTest {

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void showsThePageFromItsFirstSightToTheEndOfARace(int width, ColorScheme scheme) {
        wireMock.resetToDefaultMappings();
        open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        String name = width + "-" + scheme.name().toLowerCase() + "-";
        visit("/");
        take(name + "1-first", true);

        button("Start").click();
        assertThat(call(lane("Async"), Stubs.CITY_HERALD)).containsText("articles");
        take(name + "2-race", false);
        raceIsOver();
        take(name + "3-result", false);

        if (!trouble(Stubs.WORLD_WIRE, "fail").isVisible()) {
            page.getByText("Trouble on demand").click();
        }
        trouble(Stubs.WORLD_WIRE, "fail").click();
        trouble(Stubs.SCIENCE_FEED, "drip").click();
        race();
        button("Code of async").click();
        button("Ask again").click();
        newsIsThere();
        take(name + "4-trouble", true);
    }

    private void take(String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("page.screenshots"), name + ".png"))
                .setFullPage(whole));
    }
}
