package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Both pages with all that they can show, on screens of every width and in fonts of every width. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class LayoutTest extends LabTest {

    @Test
    void theFrontPageFits() {
        withoutPolicy();
        stubs.failing(StubbedSources.WORLD_WIRE);
        visit("/");
        page.getByText("Trouble on demand").click();
        unfold();
        page.setViewportSize(390, 844); // where the sources to choose from are folded
        page.locator("#news-from > summary").click();
        page.setViewportSize(1280, 900);
        race();
        for (String mode : new String[] {"sync", "async", "virtual"}) {
            button("Code of " + mode).click();
        }
        assertThat(page.getByText("package dev.newsfan.fanout;")).hasCount(3);
        seeWhereTheTimeWent();

        new Layout(page).isFlawlessInEveryFontAndWidth();
    }

    @Test
    void theLabFits() {
        withoutPolicy();
        visitLab();
        runEverythingBriefly();
        for (String client : new String[] {"kept", "new each time", "HTTP/2"}) {
            lane(CONNECTIONS, client).getByText("All calls").click();
        }

        new Layout(page).isFlawlessInEveryFontAndWidth();
    }

    private void runEverythingBriefly() {
        fill(ONE_WAIT, "Seconds", 0.1);
        fill(ONE_WAIT, "Question (optional)", "how long is it?");
        fill(MANY_CALLERS, "Callers", 250);
        fill(MANY_CALLERS, "Seconds", 0.1);
        fill(SIX_CELLS, "Seconds of each wait", 0.05);
        fill(THREE_TASKS, "Seconds of a unit", 0.05);
        fill(WRONG_AND_RIGHT, "Seconds", 0.4);
        fill(COMPUTING, "Rounds", 100_000);
        fill(SLOW_FILE, "Seconds of a unit", 0.05);
        fill(CLIENTS, "Calls", 20);
        CARDS.forEach(this::run);
    }
}
