package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the service predicts of an experiment, as the page draws it. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class LabPredictionsTest extends LabTest {

    private static final String UNIT = "Seconds of a unit";
    private static final Pattern OF_TASKS = Pattern.compile("/lab/predictions/gather\\?");

    @Test
    void areOutlinesBeforeAnyRun() {
        visitLab();

        assertThat(calls(lane(THREE_TASKS, "sync"))).hasText(new String[] {
            "AdaA predicted 1.00\u00a0s", "AdaB predicted 2.00\u00a0s", "AdaC predicted 3.00\u00a0s"
        });
        List<BoundingBox> inLine = outlines(THREE_TASKS, "sync");
        List<BoundingBox> atOnce = outlines(THREE_TASKS, "async");
        assertThat(inLine.get(1).x).isCloseTo(inLine.get(0).x + inLine.get(0).width, within(2.0));
        assertThat(inLine.get(2).x).isCloseTo(inLine.get(1).x + inLine.get(1).width, within(2.0));
        assertThat(atOnce.get(2).x).isEqualTo(atOnce.get(0).x);
    }

    @Test
    void areStairsWhereCallersStandInLine() {
        visitLab();
        fill(MANY_CALLERS, "Callers", 250); // more than there are workers on 31 processors

        assertThat(lane(MANY_CALLERS, "sync").locator(".outline"))
                .hasAttribute("d", Pattern.compile("^M0 0H1V\\d+H2V250H"));
        assertThat(lane(MANY_CALLERS, "sync")).containsText("worker threads: here the line begins");
        assertThat(lane(MANY_CALLERS, "async").locator(".outline")).hasAttribute("d", Pattern.compile("^M0 0H1V250H"));
        assertThat(lane(MANY_CALLERS, "async").locator(".line")).not().isVisible();
    }

    @Test
    void areTheServicesOwn() {
        page.route(
                OF_TASKS,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                                {"experiment": "gather", "variants": [{"variant": "async", "total_time": 7.5, "bars": [
                                  {"name": "One", "from": 0, "length": 7.5}, {"name": "Other", "from": null, "length": null}
                                ]}]}""")));
        visitLab();

        assertThat(calls(lane(THREE_TASKS, "async")))
                .hasText(
                        new Pattern[] {Pattern.compile("One\\s+predicted 7\\.50\\ss"), Pattern.compile("^Other\\s*$")});
        assertThat(calls(lane(THREE_TASKS, "sync"))).hasCount(0);
    }

    @Test
    void stayBesideWhatIsMeasured() {
        visitLab();
        fill(THREE_TASKS, UNIT, 0.05);
        run(THREE_TASKS);

        assertThat(lane(THREE_TASKS, "sync").locator(".expected")).hasCount(3);
        assertThat(numbers(THREE_TASKS, "sync")).containsText("0.30");
    }

    @Nested
    @TestProfile(PageProfile.class)
    class WhenAFieldChanges {

        @Test
        void areThoseOfTheLastChange() {
            visitLab();
            List<Route> held = new ArrayList<>();
            page.route(OF_TASKS, held::add);
            fill(THREE_TASKS, UNIT, 2);
            page.waitForCondition(() -> held.size() == 1);
            page.unroute(OF_TASKS);
            fill(THREE_TASKS, UNIT, 4);
            Locator last = calls(lane(THREE_TASKS, "sync")).last();
            assertThat(last).containsText("predicted 12.00");

            held.getFirst().resume();
            fill(ONE_WAIT, "Seconds", 3); // once its prediction is there, the one before has been, too
            assertThat(region(ONE_WAIT).getByLabel("Waits")).containsText("predicted 3.00");

            assertThat(last).containsText("predicted 12.00");
        }

        @Test
        void areNoneForAWrongValueWhichGetsAHint() {
            expectComplaint("status of 400");
            visitLab();
            fill(THREE_TASKS, UNIT, 99);

            Locator field = region(THREE_TASKS).getByLabel(UNIT);
            assertThat(hint(THREE_TASKS)).hasText(Pattern.compile("The parameter \"seconds\" is \"99\"; allowed: .*"));
            assertThat(field).hasAccessibleDescription(Pattern.compile("allowed: a number"));
            assertThat(lane(THREE_TASKS, "sync")).not().containsText("predicted");
            assertThat(verdict(THREE_TASKS)).hasText("Look where the second task begins.");
            assertThat(field).not().hasAttribute("aria-invalid", "true");

            fill(THREE_TASKS, UNIT, 2);

            assertThat(hint(THREE_TASKS)).hasCount(0);
            assertThat(lane(THREE_TASKS, "sync")).containsText("predicted 2.00");
        }
    }

    @Nested
    @TestProfile(PageProfile.class)
    class WhenTheServiceIsGone {

        @Test
        void comeWhenItIsBack() {
            expectComplaint("ERR_CONNECTION_REFUSED");
            Pattern service = Pattern.compile("/(sources|lab/predictions/.*)$");
            page.route(service, route -> route.abort("connectionrefused"));
            page.navigate("/lab");
            assertThat(button("Try now")).isVisible();
            assertThat(region(ONE_WAIT).getByLabel("Waits")).not().containsText("predicted");

            page.unroute(service);

            assertThat(region(ONE_WAIT).getByLabel("Waits")).containsText("predicted 1.00");
        }
    }

    private List<BoundingBox> outlines(String card, String lane) {
        return lane(card, lane).locator(".expected").all().stream()
                .map(Locator::boundingBox)
                .toList();
    }
}
