package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What the modes that ask at once have in common beyond the {@link ModeContract}. */
abstract class AtOnceContract extends ModeContract {

    @Test
    void allCallsAreUnderWayBeforeTheFirstIsAnswered() {
        Upstream one = new Upstream();
        Upstream two = new Upstream();
        Upstream three = new Upstream();

        Asked asked = ask(
                Budget.startingNow(LONG),
                List.of(one.call("one", LONG), two.call("two", LONG), three.call("three", LONG)));
        // Each of these waits until it has been asked, so a mode that asks in line would get no further than here.
        three.answer("3");
        two.answer("2");
        one.answer("1");

        assertThat(asked.replies())
                .extracting(Reply::outcome)
                .containsExactly(new Outcome.Ok<>("1"), new Outcome.Ok<>("2"), new Outcome.Ok<>("3"));
    }

    @Test
    void silentCallsRunOutOfTimeTogether() {
        Upstream silent = new Upstream();
        List<Call<String>> calls =
                List.of(silent.call("one", SCARCE), silent.call("two", SCARCE), silent.call("three", SCARCE));

        List<Reply<String>> replies = ask(Budget.startingNow(LONG), calls).replies();

        Duration firstEnd = replies.stream()
                .map(reply -> reply.started().plus(reply.elapsed()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(replies)
                .extracting(Reply::started)
                .allSatisfy(start -> assertThat(start).isLessThan(firstEnd));
    }

    @Test
    void whenTheClientLeavesAllCallsUnderWayAreCancelled() {
        Upstream one = new Upstream();
        Upstream two = new Upstream();
        Upstream answered = new Upstream();
        Asked asked = ask(
                Budget.startingNow(LONG),
                List.of(one.call("one", LONG), answered.call("answered", LONG), two.call("two", LONG)));
        answered.answer("news");
        one.awaitAsked();
        two.awaitAsked();
        await().until(() -> events.stream().anyMatch(Progress.Answered.class::isInstance));

        asked.leave().run();

        assertThat(asked.failure()).isInstanceOf(CancellationException.class);
        await().untilAsserted(() -> assertThat(List.of(one.cancelled(), answered.cancelled(), two.cancelled()))
                .containsExactly(1, 0, 1));
    }
}
