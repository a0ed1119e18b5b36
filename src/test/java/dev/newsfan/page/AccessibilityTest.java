package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whether everybody can use the page: axe-core's rules, phone width, reduced motion. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class AccessibilityTest extends PageTest {

    @Test
    void axeFindsNothingBeforeAndAfterARace() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D");
        visit(RACE_OF_THREE + "&from=" + Stubs.SCIENCE_FEED);
        Axe axe = Axe.in(page);
        axe.everyLookIsFreeOfViolations("before a race");

        page.getByText("Trouble on demand").click();
        trouble(Stubs.WORLD_WIRE, "fail").click();
        assertThat(trouble(Stubs.WORLD_WIRE, "fail")).hasAttribute("aria-pressed", "true");
        race();
        button("Code of sync").click();
        assertThat(page.getByText("package dev.newsfan.fanout;")).isVisible();
        button("Ask again").click();
        assertThat(newsStatus()).containsText("failed");
        axe.everyLookIsFreeOfViolations("after a race");
    }

    @Test
    void axeFindsNothingWhenTheServiceIsGone() throws IOException {
        withoutPolicy();
        expectComplaint("ERR_FAILED|Canvas2D");
        page.route("**/sources", route -> route.abort());
        page.navigate("/");
        assertThat(button("Try now")).isVisible();

        Axe.in(page).everyLookIsFreeOfViolations("without the service");
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
}
