package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

    private static final String FOLDER = System.getProperty("page.screenshots", "");

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void showsThePageFromItsFirstSightToTheEndOfARace(int width, ColorScheme scheme) {
        wireMock.resetToDefaultMappings();
        allowMotion();
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String name = width + "-" + scheme.name().toLowerCase() + "-";
        visit("/");
        take(name + "1-first", true);

        button("Start").click();
        assertThat(call(lane("Async"), StubbedSources.CITY_HERALD)).containsText("articles");
        take(name + "2-race", false);
        raceIsOver();
        take(name + "3-result", false);
        seeWhereTheTimeWent();
        take(name + "4-time", true);

        if (!fault(StubbedSources.WORLD_WIRE, "fail").isVisible()) {
            page.getByText("Trouble on demand").click();
        }
        fault(StubbedSources.WORLD_WIRE, "fail").click();
        fault(StubbedSources.SCIENCE_FEED, "drip").click();
        race();
        button("Code of async").click();
        button("Ask again").click();
        newsIsThere();
        take(name + "5-trouble", true);
    }

    /** The picture in the README: docs/page.png. */
    @Test
    void showsARaceAsTheReadmeDoes() {
        wireMock.resetToDefaultMappings();
        page.setViewportSize(1280, 900);
        visit("/");
        page.getByText("Trouble on demand").click();
        race(); // the first is slower, as a JVM warms up
        race();
        page.waitForCondition(() -> result().textContent().contains("Virtual took"));
        // without motion the last picture of the scale comes with the next tick
        page.waitForCondition(() -> !lane("Sync").locator(".axis").textContent().contains("8"));
        page.evaluate("scrollTo(0, 0)");
        BoundingBox race = page.locator("#race").boundingBox();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(FOLDER, "page.png"))
                .setFullPage(true)
                .setClip(0, race.y + 1, 1280, race.height + 16));
    }

    private void take(String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(FOLDER, name + ".png"))
                .setFullPage(whole));
    }
}
