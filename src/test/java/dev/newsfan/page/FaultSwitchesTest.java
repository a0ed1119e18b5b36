package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The switches that make stubs fail or be slow. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class FaultSwitchesTest extends PageTest {

    @Test
    void nameTheSourceThatFailsAndLeaveTheOthersNews() {
        visit(RACE_OF_THREE + "&modes=async,virtual");
        openTheSwitches();

        fault(StubbedSources.WORLD_WIRE, "fail").click();
        assertThat(fault(StubbedSources.WORLD_WIRE, "fail")).hasAttribute("aria-pressed", "true");
        assertThat(fault(StubbedSources.WORLD_WIRE, "normal")).hasAttribute("aria-pressed", "false");
        race();
        button("Ask again").click();

        assertThat(call(lane("Async"), StubbedSources.WORLD_WIRE)).containsText("failed");
        assertThat(call(lane("Async"), StubbedSources.WORLD_WIRE)).containsText("it answered with status 500");
        assertThat(result()).containsText("without 1 source");
        assertThat(report(StubbedSources.WORLD_WIRE)).containsText("failed: it answered with status 500");
        assertThat(newsStatus()).containsText("1 of 12 sources failed.");
        assertThat(articlesFrom(StubbedSources.WORLD_WIRE)).hasCount(0);
        assertThat(articlesFrom(StubbedSources.CITY_HERALD)).not().hasCount(0);
    }

    @Test
    void bringASourceBackToNormal() {
        stubs.failing(StubbedSources.WORLD_WIRE);
        visit(RACE_OF_THREE);
        openTheSwitches();
        assertThat(articlesFrom(StubbedSources.WORLD_WIRE)).hasCount(0);

        fault(StubbedSources.WORLD_WIRE, "normal").click();
        assertThat(fault(StubbedSources.WORLD_WIRE, "normal")).hasAttribute("aria-pressed", "true");
        fault(StubbedSources.WORLD_WIRE, "faster").click();
        assertThat(fault(StubbedSources.WORLD_WIRE, "faster")).hasAttribute("aria-pressed", "true");
        button("Ask again").click();

        assertThat(report(StubbedSources.WORLD_WIRE)).containsText(Pattern.compile("10 articles in 0\\.[5-9]\\d"));
        assertThat(newsStatus()).not().containsText("failed");
        assertThat(articlesFrom(StubbedSources.WORLD_WIRE)).not().hasCount(0);
    }

    @Test
    void countFromTheNextCallAlsoWhileARaceRuns() {
        stubs.after(Duration.ofMillis(900), StubbedSources.WORLD_WIRE);
        page.navigate(RACE_OF_THREE + "&modes=sync");
        openTheSwitches();
        button("Start").click();
        page.waitForCondition(
                () -> call(lane("Sync"), StubbedSources.WORLD_WIRE).isVisible());

        fault(StubbedSources.CITY_HERALD, "fail").click();
        raceIsOver();

        assertThat(call(lane("Sync"), StubbedSources.WORLD_WIRE)).containsText("articles");
        assertThat(call(lane("Sync"), StubbedSources.CITY_HERALD)).containsText("failed");
    }

    @Test
    void sayWhenASourceHasNoStubToTrouble() {
        expectComplaint("status of 404");
        visit("/");
        openTheSwitches();

        fault(StubbedSources.UNTROUBLED, "fail").click();

        assertThat(region("The race").getByText(StubbedSources.UNTROUBLED + " stays as it is: No stub is named"))
                .isVisible();
    }

    @Test
    void areNotThereWhereThereAreNoStubs() {
        page.route("**/sources", route -> {
            JsonObject about = new JsonObject(route.fetch().text()).put("troubles", new JsonArray());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(about.encode()));
        });
        visit("/");

        assertThat(checkbox(StubbedSources.WORLD_WIRE)).isVisible();
        assertThat(page.getByText("Trouble on demand")).not().isVisible();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^Trouble for"))))
                .hasCount(0);
    }

    /** With so many sources they are folded away at first. */
    private void openTheSwitches() {
        page.getByText("Trouble on demand").click();
        assertThat(fault(StubbedSources.WORLD_WIRE, "fail")).isVisible();
    }

    private Locator articlesFrom(String source) {
        return articles().filter(new Locator.FilterOptions().setHasText(source));
    }
}
