package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each experiment of the laboratory, run once for real. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class LabExperimentsTest extends LabTest {

    private static final List<String> MODES = List.of("sync", "async", "virtual");

    @Test
    void waitAlikeInEachModeButOnOtherThreads() {
        visitLab();
        fill(ONE_WAIT, "Seconds", 0.1);
        fill(ONE_WAIT, "Question (optional)", "how long?");
        assertThat(region(ONE_WAIT).getByRole(AriaRole.LINK).first())
                .hasAttribute("href", "/lab/sync/wait?seconds=0.1&question=how+long%3F");
        run(ONE_WAIT);

        assertThat(verdict(ONE_WAIT)).containsText(Pattern.compile("^Sync took 0\\.\\d+\\ss"));
        assertThat(calls(region(ONE_WAIT).getByLabel("Waits"))).hasText(new Pattern[] {
            Pattern.compile("sync\\s+0\\.\\d+\\ss\\s+executor-thread-\\d+"),
            Pattern.compile("async\\s+0\\.\\d+\\ss\\s+vert\\.x-eventloop-thread-\\d+"),
            Pattern.compile("virtual\\s+0\\.\\d+\\ss\\s+quarkus-virtual-thread-\\d+"),
        });
        MODES.forEach(mode -> assertThat(numbers(ONE_WAIT, mode)).containsText("0.10"));
    }

    @Test
    void showWhereTheLineOfManyCallersBegins() {
        visitLab();
        fill(MANY_CALLERS, "Callers", 250); // more than there are workers on 31 processors
        fill(MANY_CALLERS, "Seconds", 0.2);
        run(MANY_CALLERS);

        assertThat(verdict(MANY_CALLERS))
                .containsText(Pattern.compile("^Sync: .* waited in line.* Async: .* waited in line.* Virtual: "));
        assertThat(lane(MANY_CALLERS, "sync")).containsText("worker threads: here the line begins");
        assertThat(lane(MANY_CALLERS, "async").locator(".line")).not().isVisible();
        assertThat(lane(MANY_CALLERS, "virtual")).containsText("250 callers on 250 threads");
        assertThat(numbers(MANY_CALLERS, "sync: waited in line")).containsText("callers");
        assertThat(lane(MANY_CALLERS, "sync").locator("path.queued"))
                .hasAttribute("d", Pattern.compile("(M[\\d.]+ [\\d.]+H[\\d.]+){250}"));
    }

    @Test
    void takeOrderAndWaiterApartInSixCells() {
        visitLab();
        fill(SIX_CELLS, "Seconds of each wait", 0.1);
        run(SIX_CELLS);

        Locator cells = region(SIX_CELLS)
                .getByRole(AriaRole.TABLE)
                .first()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("thread-"));
        assertThat(cells).hasCount(3);
        for (Locator row : cells.all()) {
            assertThat(row).containsText(Pattern.compile("\\d\\.\\d+\\ss.*thread-.*\\d\\.\\d+\\ss.*thread-"));
            assertThat(bars(row).getFirst().width).isGreaterThan(bars(row).getLast().width);
        }
        assertThat(verdict(SIX_CELLS))
                .containsText(Pattern.compile("^In line \\(sequential\\) .* at once \\(concurrent\\) "));
        assertThat(numbers(SIX_CELLS, "event loop, at once")).containsText("0.10");
    }

    @Test
    void gatherTasksAtOnceAndUnderThemInLine() {
        visitLab();
        fill(THREE_TASKS, "User name", "Bo");
        fill(THREE_TASKS, "Seconds of a unit", 0.1);
        assertThat(calls(lane(THREE_TASKS, "sync")).last()).containsText("BoC");
        run(THREE_TASKS);

        assertThat(verdict(THREE_TASKS)).containsText(Pattern.compile("^Async took .*as fast as sync\\."));
        assertThat(calls(lane(THREE_TASKS, "sync")).first())
                .containsText(Pattern.compile("BoA\\s+\\d\\.\\d+\\ss\\s+predicted 0\\.10\\ss"));
        List<BoundingBox> atOnce = bars(lane(THREE_TASKS, "async"));
        List<BoundingBox> inLine = bars(lane(THREE_TASKS, "sync"));
        assertThat(inLine.get(0).y).isGreaterThan(atOnce.get(2).y);
        assertThat(atOnce.get(2).x).isLessThan(inLine.get(1).x);
        assertThat(inLine.get(2).x).isGreaterThan(inLine.get(1).x + inLine.get(1).width - 10);
    }

    @Test
    void keepAFanOutThatOneCallFails() {
        visitLab();
        run(TO_ANYTHING);

        for (String mode : MODES) {
            Locator calls = calls(lane(TO_ANYTHING, mode));
            assertThat(calls).hasCount(FAN_OUT.size());
            assertThat(calls.nth(1)).containsText(Pattern.compile("/lab/step/two.*\\d\\.\\d+\\ss"));
            assertThat(calls.nth(3)).containsText(Pattern.compile(MISSING + ".*failed.*404"));
        }
        assertThat(verdict(TO_ANYTHING))
                .containsText("What failed, 1 in async, 1 in sync and 1 in virtual, did not spoil the rest.");
    }

    @Test
    void stopALoopForWrongAndNoneForRight() {
        AtomicInteger open = new AtomicInteger();
        countHeartbeats(open);
        visitLab();
        fill(WRONG_AND_RIGHT, "Seconds", 0.6);
        run(WRONG_AND_RIGHT);

        assertThat(verdict(WRONG_AND_RIGHT))
                .containsText(Pattern.compile("Wrong: a loop stood still for \\d\\.\\d\\d\\ss"));
        Locator wrong = calls(lane(WRONG_AND_RIGHT, "wrong"));
        assertThat(wrong.filter(new Locator.FilterOptions().setHas(page.locator(".flat:not([d=''])"))))
                .not()
                .hasCount(0);
        assertThat(calls(lane(WRONG_AND_RIGHT, "right")).first())
                .hasText(Pattern.compile("vert\\.x-eventloop-thread-\\d+\\s+\\d+ beats, longest pause \\d\\.\\d+\\ss"));
        assertThat(lane(WRONG_AND_RIGHT, "wrong")).containsText("the request came in on");
        assertThat(numbers(WRONG_AND_RIGHT, "wrong: longest pause of a loop")).containsText("0.6");
        page.waitForCondition(() -> open.get() == 0);
    }

    @Test
    void computeOnALoopBesideItAndOnAVirtualThread() {
        visitLab();
        fill(COMPUTING, "Rounds", 100_000);
        run(COMPUTING);

        assertThat(verdict(COMPUTING)).containsText("On loop: computed in");
        assertThat(lane(COMPUTING, "on loop")).containsText("computed on vert.x-eventloop-thread-");
        assertThat(lane(COMPUTING, "offloaded")).containsText("computed on executor-thread-");
        assertThat(lane(COMPUTING, "virtual")).containsText("computed on quarkus-virtual-thread-");
        assertThat(numbers(COMPUTING, "virtual: a neighbour’s first step")).hasCount(1);
        assertThat(numbers(COMPUTING, "on loop: a neighbour’s first step")).hasCount(0);
    }

    @Test
    void readASlowFileWhileWorkingOnSomethingElse() {
        visitLab();
        fill(SLOW_FILE, "Seconds of a unit", 0.1);
        run(SLOW_FILE);

        MODES.forEach(mode -> assertThat(calls(lane(SLOW_FILE, mode)))
                .hasText(new Pattern[] {Pattern.compile("file\\s+\\d\\.\\d"), Pattern.compile("work\\s+\\d\\.\\d")}));
        assertThat(verdict(SLOW_FILE)).containsText("as fast as sync");
    }

    @Test
    void colourTwentyCallsByTheirConnections() {
        visitLab();
        run(CONNECTIONS);

        assertThat(verdict(CONNECTIONS)).containsText("Kept: 1 connection, ");
        assertThat(verdict(CONNECTIONS)).containsText("New each time: 20 connections, ");
        assertThat(verdict(CONNECTIONS)).containsText("HTTP/2: 1 connection, ");
        assertThat(lane(CONNECTIONS, "kept").locator(".connection")).hasCount(20);
        assertThat(lane(CONNECTIONS, "kept").locator("[data-colour='1']")).hasCount(0);
        assertThat(lane(CONNECTIONS, "new each time").locator("[data-colour='1']"))
                .not()
                .hasCount(0);
        assertThat(lane(CONNECTIONS, "HTTP/2"))
                .containsText("at once (concurrent): 20 calls over 1 connection (HTTP/2)");
        lane(CONNECTIONS, "HTTP/2").getByText("All calls").click();
        assertThat(lane(CONNECTIONS, "HTTP/2").getByRole(AriaRole.ROW)).hasCount(21);
    }

    @Test
    void compareACallByTwoClients() {
        visitLab();
        fill(CLIENTS, "Calls", 20);
        Locator clients = region(CLIENTS).getByLabel("Calls of each client");
        button(CLIENTS, "Run Vert.x client").click();
        assertThat(verdict(CLIENTS)).containsText(Pattern.compile("^Vert\\.x client: \\d+\\sµs a call"));
        assertThat(clients.locator(".expected").first()).not().isVisible();
        assertThat(clients.locator(".expected").last()).isVisible();
        run(CLIENTS);

        assertThat(verdict(CLIENTS))
                .containsText(Pattern.compile(
                        "^A call by the REST client took (\\d+\\.\\d times )?as long: \\d+\\sµs for \\d+\\sµs\\."));
        assertThat(calls(clients)).hasText(new Pattern[] {
            Pattern.compile("REST client\\s+\\d\\.\\d+\\ss\\s+vert\\.x-eventloop-thread-\\d+"),
            Pattern.compile("Vert\\.x client\\s+\\d\\.\\d+\\ss\\s+vert\\.x-eventloop-thread-\\d+"),
        });
        assertThat(numbers(CLIENTS, "REST client: median call"))
                .hasText(Pattern.compile("REST client: median call\\s*\\d+\\sµs\\s*\\d+\\sµs"));
        assertThat(numbers(CLIENTS, "Vert.x client: slowest call")).containsText("unknown");
    }

    @Test
    void makeASlowCallASecondTime() {
        visitLab();
        fill(SECOND_CALL, "Calls", 100);
        run(SECOND_CALL);

        assertThat(verdict(SECOND_CALL))
                .containsText(
                        Pattern.compile(
                                "^Plain: 99 of 100 calls within 0\\.5\\d\\ss, 100 calls made.* Hedged: 99 of 100 calls within "));
        assertThat(numbers(SECOND_CALL, "plain: calls made")).containsText("100 calls");
        assertThat(numbers(SECOND_CALL, "hedged: 95 of 100 calls within")).containsText("unknown");
    }

    private void countHeartbeats(AtomicInteger open) {
        page.onRequest(request -> open.addAndGet(request.url().endsWith("/lab/heartbeat") ? 1 : 0));
        page.onRequestFinished(request -> open.addAndGet(request.url().endsWith("/lab/heartbeat") ? -1 : 0));
        page.onRequestFailed(request -> open.addAndGet(request.url().endsWith("/lab/heartbeat") ? -1 : 0));
    }

    private static List<BoundingBox> bars(Locator lane) {
        return lane.locator(".bar").all().stream().map(Locator::boundingBox).toList();
    }
}
