package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The page of the laboratory: its cards by their names. */
abstract class LabTest extends PageTest {

    static final String MISSING = "/lab/step/nowhere";
    static final List<String> FAN_OUT =
            List.of("/lab/step/one?seconds=0.2", "/lab/step/two?seconds=0.3", "/lab/step/three", MISSING);

    static final String ONE_WAIT = "One wait";
    static final String MANY_CALLERS = "Many callers";
    static final String SIX_CELLS = "Six cells";
    static final String THREE_TASKS = "Three tasks";
    static final String TO_ANYTHING = "A fan-out to anything";
    static final String WRONG_AND_RIGHT = "Wrong and right";
    static final String COMPUTING = "Computing";
    static final String SLOW_FILE = "A slow file";
    static final String CONNECTIONS = "Connections";
    static final String CLIENTS = "Two clients";
    static final String SECOND_CALL = "A second call";

    static final List<String> CARDS = List.of(
            ONE_WAIT,
            MANY_CALLERS,
            SIX_CELLS,
            THREE_TASKS,
            TO_ANYTHING,
            WRONG_AND_RIGHT,
            COMPUTING,
            SLOW_FILE,
            CONNECTIONS,
            CLIENTS,
            SECOND_CALL);

    final void visitLab() {
        page.navigate("/lab");
        assertThat(region(SECOND_CALL).getByRole(AriaRole.LINK)).hasCount(2);
    }

    final void fill(String card, String field, Object value) {
        region(card)
                .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                .fill(String.valueOf(value));
    }

    /** The button that runs all of a card. */
    final Locator all(String card) {
        return region(card).locator("button[type=submit]");
    }

    final Locator button(String card, String name) {
        return region(card)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Runs all of a card and waits for its end. */
    final void run(String card) {
        String words = all(card).textContent();
        all(card).click();
        assertThat(all(card)).hasText(words);
        assertThat(all(card)).isEnabled();
    }

    /** What is wrong with a field, beside it. */
    final Locator hint(String card) {
        return region(card).locator(".field-hint");
    }

    /** What a card comes to. */
    final Locator verdict(String card) {
        return region(card).getByRole(AriaRole.STATUS);
    }

    /** A line of the table that puts measured beside predicted. */
    final Locator numbers(String card, String what) {
        return region(card)
                .getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName("Predicted and measured"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(what).setExact(true))));
    }

    final Locator lane(String card, String title) {
        return region(card)
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }
}
