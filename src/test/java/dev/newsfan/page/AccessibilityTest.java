package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whether everybody can use the page: axe-core's rules, phone width, reduced motion. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class AccessibilityTest extends PageTest {

    /** Each violation in a line: the rule, what it wants, and where. */
    private static final String VIOLATIONS = """
            () => axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' ')}`)
                .join('\\n'))
            """;

    @Test
    void axeFindsNothingBeforeAndAfterARace() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D");
        visit(RACE_OF_THREE + "&from=" + Stubs.SCIENCE_FEED);
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
        everyLookIsFreeOfViolations("before a race");

        page.getByText("Trouble on demand").click();
        trouble(Stubs.WORLD_WIRE, "fail").click();
        assertThat(trouble(Stubs.WORLD_WIRE, "fail")).hasAttribute("aria-pressed", "true");
        race();
        button("Code of sync").click();
        assertThat(page.getByText("package dev.newsfan.fanout;")).isVisible();
        button("Ask again").click();
        assertThat(newsStatus()).containsText("failed");
        everyLookIsFreeOfViolations("after a race");
    }

    @Test
    void axeFindsNothingWhenTheServiceIsGone() throws IOException {
        withoutPolicy();
        expectComplaint("ERR_FAILED|Canvas2D");
        page.route("**/sources", route -> route.abort());
        page.navigate("/");
        assertThat(button("Try now")).isVisible();
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));

        everyLookIsFreeOfViolations("without the service");
    }

    @Test
    void reducedMotionMeansNoAnimations() {
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
                        .as("violations %s, %s, %d px", when, scheme, width)
                        .isEmpty();
            }
        }
    }

    private static String axe() throws IOException {
        Properties webJar = new Properties();
        webJar.load(new StringReader(text("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")));
        return text("/META-INF/resources/webjars/axe-core/" + webJar.getProperty("version") + "/axe.min.js");
    }

    private static String text(String resource) throws IOException {
        try (var in = AccessibilityTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
