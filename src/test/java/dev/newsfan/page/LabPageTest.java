package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the laboratory itself: its manners, whatever the experiments bring. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class LabPageTest extends LabTest {

    private static final Pattern GATHER = Pattern.compile("/lab/(sync|async|virtual)/gather");

    @Test
    void explainsItselfByHeadingsAndLandmarks() {
        visitLab();

        assertThat(page).hasTitle("Newsfan: the lab");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Eleven experiments on waiting");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)))
                .hasText(CARDS.toArray(String[]::new));
        assertThat(page.getByRole(AriaRole.NAVIGATION).locator("[aria-current=page]"))
                .hasText("The lab");
        for (String card : CARDS) {
            assertThat(all(card)).isEnabled();
            assertThat(region(card).getByRole(AriaRole.LINK).first()).hasAttribute("href", Pattern.compile("^/lab/"));
        }
    }

    @Test
    void hasItsLiveRegionsBeforeAnyScript() {
        page.route("**/*.js", route -> route.abort());
        expectComplaint("ERR_FAILED");
        page.navigate("/lab");

        CARDS.forEach(card -> assertThat(verdict(card)).hasCount(1));
    }

    @Test
    void hasLinksThatAnybodyCanFollow() {
        expectComplaint("favicon.ico"); // which a browser wants for everything but pages
        visitLab();
        fill(ONE_WAIT, "Seconds", 0.001);

        region(ONE_WAIT).getByRole(AriaRole.LINK).first().click();

        assertThat(page.locator("body")).containsText("\"mode\":\"sync\"");
    }

    @Test
    void isRunByKeyboardAndKeepsTheFocus() {
        List<Route> held = hold(GATHER);
        visitLab();
        button(THREE_TASKS, "Run sync").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> held.size() == 1);

        assertThat(button(THREE_TASKS, "Stop")).isFocused();
        assertThat(button(THREE_TASKS, "Run async")).isDisabled();
        page.keyboard().press("Enter");

        assertThat(verdict(THREE_TASKS)).hasText("Stopped.");
        assertThat(button(THREE_TASKS, "Run sync")).isFocused();
        assertThat(button(THREE_TASKS, "Run async")).isEnabled();
        assertThat(calls(lane(THREE_TASKS, "sync")).first()).containsText("no answer");
    }

    @Test
    void saysThatItWasStoppedThoughPredictionsComeLate() {
        List<Route> predictions = hold(Pattern.compile("/lab/predictions/gather"));
        List<Route> held = hold(GATHER);
        visitLab();
        button(THREE_TASKS, "Run sync").click();
        page.waitForCondition(() -> held.size() == 1 && predictions.size() == 1);
        button(THREE_TASKS, "Stop").click();
        assertThat(verdict(THREE_TASKS)).hasText("Stopped.");

        predictions.getFirst().resume();

        assertThat(calls(lane(THREE_TASKS, "sync")).first()).containsText("no answer");
        assertThat(calls(lane(THREE_TASKS, "async")).first()).containsText("predicted 1.00");
    }

    @Test
    void neverPassesOffAGuessAsAMeasurement() {
        allowMotion();
        List<Route> held = hold(GATHER);
        visitLab();
        fill(THREE_TASKS, "Seconds of a unit", 0.1);
        Locator lane = lane(THREE_TASKS, "sync");
        assertThat(calls(lane).last()).containsText(Pattern.compile("AdaC\\s+predicted 0\\.30\\ss"));
        button(THREE_TASKS, "Run sync").click();
        page.waitForCondition(() -> held.size() == 1);

        String beyond = "() => parseFloat(document.querySelector('#gather .total:not(:empty)').textContent) > 0.7";
        page.waitForCondition(() -> (boolean) page.evaluate(beyond));
        assertThat(verdict(THREE_TASKS)).hasText("Running: sync.");
        for (Locator call : calls(lane).all()) {
            assertThat(call).containsText("running");
            assertThat(call).hasAttribute("data-look", "running");
            assertThat(call.locator(".time")).isEmpty();
        }
        held.getFirst().resume();

        assertThat(calls(lane).last()).containsText(Pattern.compile("AdaC\\s+\\d\\.\\d+\\ss\\s+predicted 0\\.30\\ss"));
        assertThat(lane).containsText("on executor-thread-");
    }

    @Test
    void forgetsWhatWasMeasuredWhenAFieldChanges() {
        visitLab();
        fill(ONE_WAIT, "Seconds", 0.01);
        run(ONE_WAIT);
        assertThat(numbers(ONE_WAIT, "sync")).isVisible();

        fill(ONE_WAIT, "Seconds", 2);

        assertThat(numbers(ONE_WAIT, "sync")).hasCount(0);
        assertThat(verdict(ONE_WAIT)).containsText("Look for the thread");
        assertThat(region(ONE_WAIT).getByLabel("Waits")).containsText("predicted 2.00");
    }

    @Test
    void saysWhichFieldIsWrongAndWhatIsAllowed() {
        expectComplaint("status of 400");
        visitLab();
        fill(SIX_CELLS, "Seconds of each wait", 99);
        run(SIX_CELLS);

        assertThat(verdict(SIX_CELLS)).containsText("could not run: The parameter \"seconds\" is \"99\"; allowed:");
        assertThat(region(SIX_CELLS).getByLabel("Seconds of each wait")).hasAttribute("aria-invalid", "true");
        fill(SIX_CELLS, "Seconds of each wait", 0.01);
        assertThat(region(SIX_CELLS).getByLabel("Seconds of each wait")).not().hasAttribute("aria-invalid", "true");
        run(SIX_CELLS);
        assertThat(verdict(SIX_CELLS)).containsText("In line");
    }

    @Test
    void saysThatTheLabIsFullAndWhenToTryAgain() {
        expectComplaint("status of 503");
        String problem = new JsonObject(Map.of("status", 503, "detail", "The lab is full.")).encode();
        visitLab();
        page.route(
                Pattern.compile("/lab/(callers|heartbeat|connections)"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setBody(problem)));

        for (String card : List.of(MANY_CALLERS, WRONG_AND_RIGHT, CONNECTIONS)) {
            run(card);
            assertThat(verdict(card)).containsText("could not run: The lab is full. Try again in 1 second.");
        }
    }

    @Test
    void saysThatTheServiceIsGoneAndComesBack() {
        expectComplaint("ERR_CONNECTION_REFUSED");
        visitLab();
        fill(THREE_TASKS, "Seconds of a unit", 0.01);
        Pattern service = Pattern.compile("/(sources|lab/.*)$");
        page.route(service, route -> route.abort("connectionrefused"));
        run(THREE_TASKS);

        assertThat(verdict(THREE_TASKS)).containsText("“sync” broke off: the service is gone.");
        assertThat(button("Try now")).isVisible();

        page.unroute(service);
        assertThat(button("Try now")).not().isVisible();
        run(THREE_TASKS);
        assertThat(verdict(THREE_TASKS)).containsText("Async took");
    }

    @Test
    void showsWhateverAnAnswerHoldsAsText() {
        String evil = "<img src=data:, onerror=window.harmed=1>";
        visitLab();
        fill(THREE_TASKS, "User name", evil);
        fill(THREE_TASKS, "Seconds of a unit", 0.01);
        run(THREE_TASKS);

        assertThat(calls(lane(THREE_TASKS, "async")).first()).containsText(evil + "A");
        assertThat(page.evaluate("window.harmed")).isNull();
    }

    @Test
    void isLinkedFromTheFrontPageWhereThereIsALab() {
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The lab"));
        for (boolean there : new boolean[] {false, true}) {
            page.route("**/sources", route -> {
                JsonObject about = new JsonObject(route.fetch().text()).put("lab", there);
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(about.encode()));
            });
            visit("/");
            assertThat(link).isVisible(new IsVisibleOptions().setVisible(there));
        }

        link.click();

        assertThat(page).hasTitle("Newsfan: the lab");
    }

    /** Keeps requests from the service until the test lets them go. */
    private List<Route> hold(Pattern address) {
        List<Route> held = new ArrayList<>();
        page.route(address, held::add);
        return held;
    }
}
