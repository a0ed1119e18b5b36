package dev.newsfan.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the laboratory: {@code ./mvnw test -Dtest=LabScreenshotsTest -Dpage.screenshots=FOLDER}. */
@QuarkusTest
@ConnectWireMock
@EnabledIfSystemProperty(
        named = "page.screenshots",
        matches = ".+",
        disabledReason = "only on demand, by -Dpage.screenshots=FOLDER")
class LabScreenshotsTest extends LabTest {

    private static final String FOLDER = System.getProperty("page.screenshots", "");
    private static final double LONGEST_EXPERIMENT_MILLIS = 60_000;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void showsEachExperimentAfterItsRun(int width, ColorScheme scheme) {
        allowMotion();
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        visitLab();
        String name = "lab-" + width + "-" + scheme.name().toLowerCase();
        take(name + "-1-first");

        for (String card : CARDS) {
            all(card).click();
            page.waitForCondition(
                    () -> all(card).textContent().startsWith("Run"),
                    new Page.WaitForConditionOptions().setTimeout(LONGEST_EXPERIMENT_MILLIS));
        }
        take(name + "-2-all");
    }

    private void take(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(FOLDER, name + ".png"))
                .setFullPage(true));
    }
}
