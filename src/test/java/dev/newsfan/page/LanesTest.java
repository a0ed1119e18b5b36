package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The race, from Start to the sentence that says what it comes to. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class LanesTest extends PageTest {

    private static final List<String> MODES = List.of("Sync", "Async", "Virtual");
    private static final Pattern RESULT = Pattern.compile("Sync took \\d\\.\\d\\d\\ss\\. "
            + "Async took \\d\\.\\d\\d\\ss, \\d\\.\\d times as fast as sync\\. "
            + "Virtual took \\d\\.\\d\\d\\ss, \\d\\.\\d times as fast as sync\\.");

    @Test
    void haveABarInWordsForEachSource() {
        allowMotion();
        visit(RACE_OF_THREE);
        race();

        for (String mode : MODES) {
            assertThat(calls(lane(mode))).hasCount(3);
            for (String source : StubbedSources.USUAL) {
                assertThat(call(lane(mode), source))
                        .hasText(Pattern.compile(source + "\\s+0\\.\\d\\d\\ss\\s+\\d+ articles.*(thread|virtual)-.*"));
            }
            assertThat(lane(mode).locator(".total")).hasText(Pattern.compile("0\\.\\d\\d\\ss"));
        }
        assertThat(lane("Async").locator(".ratio")).containsText("times as fast as sync");
        assertThat(result()).hasText(RESULT);
        barsLieAsTheCallsDid();
    }

    @Test
    void areChosenAndStartedByKeyboardOnly() {
        visit(RACE_OF_THREE);

        tabTo(checkbox("Sync"));
        page.keyboard().press("Space");
        assertThat(checkbox("Sync")).not().isChecked();
        tabTo(button("Start"));
        page.keyboard().press("Enter");
        assertThat(button("Stop")).isFocused();
        raceIsOver();

        assertThat(button("Start")).isFocused();
        assertThat(lane("Sync")).hasCount(0);
        assertThat(lane("Async")).isVisible();
        assertThat(lane("Virtual")).isVisible();
    }

    @Test
    void showTheCodeOfTheirModeAsItWasCompiled() throws IOException {
        visit(RACE_OF_THREE);
        race();

        for (String mode : MODES) {
            Locator show = button("Code of " + mode.toLowerCase());
            assertThat(show).hasAttribute("aria-expanded", "false");
            show.click();
            assertThat(show).hasAttribute("aria-expanded", "true");
            Locator code = lane(mode).getByRole(AriaRole.GROUP).locator("code");
            assertThat(code).containsText("package dev.newsfan.fanout;");
            assertThat(code.textContent()).isEqualTo(source(mode));
            show.click();
            assertThat(code).not().isVisible();
        }
    }

    @Test
    void growUntilStopCancelsTheCalls() {
        allowMotion();
        stubs.silent(StubbedSources.WORLD_WIRE);
        stubs.silent(StubbedSources.SCIENCE_FEED);
        page.navigate("/?modes=async,virtual&sources=" + StubbedSources.WORLD_WIRE + "," + StubbedSources.CITY_HERALD);
        assertThat(report(StubbedSources.CITY_HERALD)).containsText("articles");
        button("Start").click();
        Locator waiting = call(lane("Async"), StubbedSources.WORLD_WIRE);
        assertThat(waiting).containsText("asking …");
        assertThat(result()).containsText("The race is on");
        String width = "() => document.querySelector('[data-look=running] .bar').getBoundingClientRect().width";
        int before = number(width);
        page.waitForCondition(() -> number(width) > before + 10);
        assertThat(atWork().get(2)).isEqualTo(1);

        button("Stop").click();

        assertThat(result()).hasText("Stopped: the calls under way are cancelled.");
        assertThat(waiting).containsText("stopped");
        assertThat(call(lane("Async"), StubbedSources.CITY_HERALD)).containsText("articles");
        await().untilAsserted(() -> assertThat(atWork().get(2)).isZero());
    }

    @Test
    void areToldToBeHeldBackByTheStubsOfTwelveSources() {
        visit("/");
        race();

        for (String mode : MODES) {
            assertThat(calls(lane(mode))).hasCount(12);
        }
        assertThat(region("The race").getByRole(AriaRole.NOTE)).containsText("up to 25 calls at once");
    }

    @Test
    void needAModeAndASource() {
        visit("/");
        MODES.forEach(mode -> checkbox(mode).uncheck());

        button("Start").click();

        assertThat(result()).hasText("Choose at least one mode and one source.");
    }

    private void barsLieAsTheCallsDid() {
        List<BoundingBox> inLine = bars("Sync");
        List<BoundingBox> atOnce = bars("Async");
        assertThat(inLine.get(1).x).isGreaterThan(inLine.get(0).x + inLine.get(0).width - 5);
        assertThat(inLine.get(2).x).isGreaterThan(inLine.get(1).x + inLine.get(1).width - 5);
        assertThat(atOnce.get(2).x).isLessThan(inLine.get(1).x);
    }

    private void tabTo(Locator wanted) {
        for (int presses = 0; presses < 40; presses++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private List<BoundingBox> bars(String mode) {
        return lane(mode).locator(".bar").all().stream()
                .map(Locator::boundingBox)
                .toList();
    }

    private static String source(String mode) throws IOException {
        return Files.readString(Path.of("src/main/java/dev/newsfan/fanout", mode + "Mode.java"));
    }
}
