package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether everybody can use the page: axe-core's rules, phone width, reduced motion. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class AccessibilityTest extends PageTest {

    @Test
    void axeFindsNothingBeforeAndAfterARace() throws IOException {
        open(withoutMotion().setBypassCSP(true));
        expectComplaint("Canvas2D");
        visit(RACE_OF_THREE + "&from=" + Stubs.SCIENCE_FEED);
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
        everyLookIsFreeOfViolations("before");

        page.getByText("Trouble on demand").click();
        trouble(Stubs.WORLD_WIRE, "fail").click();
        assertThat(trouble(Stubs.WORLD_WIRE, "fail")).hasAttribute("aria-pressed", "true");
        race();
        button("Code of sync").click();
        assertThat(page.getByText("package dev.newsfan.fanout;")).isVisible();
        button("Ask again").click();
        assertThat(newsStatus()).containsText("failed");
        everyLookIsFreeOfViolations("after");
    }

    @Test
    void axeFindsNothingWhenTheServiceIsGone() throws IOException {
        open(withoutMotion().setBypassCSP(true));
        expectComplaint("ERR_FAILED|Canvas2D");
        page.route("**/sources", route -> route.abort());
        page.navigate("/");
        assertThat(button("Try now")).isVisible();
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));

        everyLookIsFreeOfViolations("gone");
    }

    @Test
    void reducedMotionMeansNoAnimations() {
        open(withoutMotion());
        page.addInitScript("window.frames60 = 0;"
                + "const real = window.requestAnimationFrame.bind(window);"
                + "window.requestAnimationFrame = task => { window.frames60++; return real(task); };");
        visit(RACE_OF_THREE);
        race();

        assertThat(number("document.getAnimations().length")).isZero();
        assertThat(number("window.frames60")).isZero();
        assertThat(page.locator("html")).hasCSS("scroll-behavior", "auto");
        assertThat(result()).containsText("times as fast");
    }

    private void everyLookIsFreeOfViolations(String when) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 900);
                assertThat((String) page.evaluate(VIOLATIONS))
                        .as("violations %s the race, %s, %d px", when, scheme, width)
                        .isEmpty();
            }
        }
    }

    /** Each violation in a line: the rule, what it wants, and where. */
    private static final String VIOLATIONS = """
            () => axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' ')}`)
                .join('\\n'))
            """;

    private static String axe() throws IOException {
        try (var script =
                AccessibilityTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
