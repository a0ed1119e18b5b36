package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether everybody can use both pages: axe-core's rules, reduced motion. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class AccessibilityTest extends LabTest {

    @Test
    void axeFindsNothingBeforeAndAfterARace() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D");
        visit(RACE_OF_THREE + "&source=" + StubbedSources.SCIENCE_FEED);
        Axe axe = Axe.in(page);
        axe.everyLookIsFreeOfViolations("before a race");

        page.getByText("Trouble on demand").click();
        fault(StubbedSources.WORLD_WIRE, "fail").click();
        assertThat(fault(StubbedSources.WORLD_WIRE, "fail")).hasAttribute("aria-pressed", "true");
        race();
        button("Code of sync").click();
        assertThat(page.getByText("package dev.newsfan.fanout;")).isVisible();
        button("Ask again").click();
        assertThat(newsStatus()).containsText("failed");
        seeWhereTheTimeWent();
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
    void axeFindsNothingInTheLabBeforeAndAfterRuns() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D|status of 400");
        visitLab();
        fill(ONE_WAIT, "Seconds", 0.01);
        fill(SIX_CELLS, "Seconds of each wait", 0.01);
        fill(MANY_CALLERS, "Callers", 5);
        fill(MANY_CALLERS, "Seconds", 0.1);
        fill(WRONG_AND_RIGHT, "Seconds", 0.4);
        List.of(ONE_WAIT, SIX_CELLS, MANY_CALLERS, TO_ANYTHING, WRONG_AND_RIGHT, CONNECTIONS, CLIENTS, SECOND_CALL)
                .forEach(this::run);
        lane(CONNECTIONS, "kept").getByText("All calls").click();
        fill(SLOW_FILE, "Seconds of a unit", 99);
        assertThat(hint(SLOW_FILE)).isVisible();

        Axe.in(page).everyLookIsFreeOfViolations("in the lab");
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
