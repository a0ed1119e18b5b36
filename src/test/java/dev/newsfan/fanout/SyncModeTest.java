package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SyncModeTest extends ModeContract {

    private final AtomicReference<Thread> asker = new AtomicReference<>();

    @Override
    Asked ask(FanOut<String> fanOut) {
        return Asked.on(Thread.ofPlatform().name("asker").daemon(), token -> {
            asker.set(Thread.currentThread());
            return threads.modes.sync().ask(fanOut, token);
        });
    }

    @Test
    void aCallIsMadeOnlyWhenTheOneBeforeHasBeenAnswered() {
        List<String> log = new CopyOnWriteArrayList<>();
        List<Call<String>> calls = List.of(logging("one", log), logging("two", log), logging("three", log));

        ask(Budget.startingNow(LONG), calls).replies();

        assertThat(log).containsExactly("ask one", "answer one", "ask two", "answer two", "ask three", "answer three");
    }

    /** Answers a little later, from the thread of the deadlines, so that another call could be made before. */
    private Call<String> logging(String name, List<String> log) {
        return new Call<>(name, LONG, () -> {
            log.add("ask " + name);
            return Uni.createFrom()
                    .item(name)
                    .onItem()
                    .delayIt()
                    .onExecutor(threads.timer)
                    .by(SHORT)
                    .invoke(() -> log.add("answer " + name));
        });
    }

    @Test
    void whenTheBudgetIsUsedUpTheRestIsSkipped() {
        Upstream rest = new Upstream();

        List<Reply<String>> replies = ask(
                        Budget.startingNow(SCARCE),
                        List.of(
                                answering("prompt", "news"),
                                new Upstream().call("silent", LONG),
                                rest.call("next", LONG),
                                rest.call("last", LONG)))
                .replies();

        assertThat(replies)
                .extracting(reply -> reply.outcome().getClass().getSimpleName())
                .containsExactly("Ok", "Timeout", "Skipped", "Skipped");
        assertThat(rest.asked()).isZero();
    }

    @Test
    void aLaterCallGetsOnlyWhatTheEarlierLeftOfTheBudget() {
        Upstream first = new Upstream();
        Upstream second = new Upstream();

        List<Reply<String>> replies = ask(
                        Budget.startingNow(SCARCE), List.of(first.call("first", SHORT), second.call("second", SCARCE)))
                .replies();

        assertThat(replies.get(0).outcome()).isEqualTo(new Outcome.Timeout<>(SHORT, false));
        assertThat(replies.get(1).outcome()).isInstanceOfSatisfying(Outcome.Timeout.class, timeout -> {
            assertThat(timeout.budgetBound()).isTrue();
            assertThat(timeout.allowed()).isPositive().isLessThanOrEqualTo(SCARCE.minus(SHORT));
        });
    }

    @Test
    void itStartsAndWaitsOnTheCallersThread() {
        Upstream prompt = new Upstream();
        Asked asked = ask(
                Budget.startingNow(LONG), List.of(prompt.call("prompt", LONG), new Upstream().call("silent", SHORT)));
        prompt.answer("news, from the test's thread");

        assertThat(asked.replies()).extracting(Reply::thread).containsExactly("asker", "asker");
        assertThat(events)
                .filteredOn(Progress.Started.class::isInstance)
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(((Progress.Started<String>) event).thread()).isEqualTo("asker"));
    }

    @Test
    void whenTheClientLeavesNoFurtherCallIsMade() {
        Upstream first = new Upstream();
        Upstream second = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(first.call("first", LONG), second.call("second", LONG)));
        first.awaitAsked();

        asked.leave().run();

        assertThat(asked.failure()).isInstanceOf(CancellationException.class);
        assertThat(List.of(second.asked(), events.size())).containsExactly(0, 1);
    }

    @Test
    void ifTheClientLeavesBetweenTwoCallsTheNextDoesNotStart() {
        CancellationToken token = new CancellationToken();
        Upstream second = new Upstream();
        FanOut<String> fanOut = new FanOut<>(
                List.of(answering("first", "news"), second.call("second", LONG)), Budget.startingNow(LONG), event -> {
                    events.add(event);
                    if (event instanceof Progress.Answered) {
                        token.cancel();
                    }
                });

        assertThatThrownBy(() -> threads.modes.sync().ask(fanOut, token)).isInstanceOf(CancellationException.class);
        assertThat(second.asked()).isZero();
        assertThat(events).as("of the first call alone").hasSize(2);
    }

    @Test
    void ifTheClientHasLeftBeforeTheStartNothingStarts() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        Upstream first = new Upstream();
        FanOut<String> fanOut = new FanOut<>(List.of(first.call("first", LONG)), Budget.startingNow(LONG), events::add);

        assertThatThrownBy(() -> threads.modes.sync().ask(fanOut, token)).isInstanceOf(CancellationException.class);
        assertThat(first.asked()).isZero();
        assertThat(events).isEmpty();
    }

    @Test
    void anInterruptCancelsTheCallUnderWayAndNoFurtherIsMade() {
        Upstream first = new Upstream();
        Upstream second = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(first.call("first", LONG), second.call("second", LONG)));
        first.awaitAsked();

        asker.get().interrupt();

        assertThat(asked.failure()).isInstanceOf(InterruptedException.class);
        await().untilAsserted(() -> assertThat(first.cancelled()).isEqualTo(1));
        assertThat(second.asked()).isZero();
    }

    @RepeatedTest(100)
    void leavingAtAnyMomentEndsIt() {
        Asked asked = ask(Budget.startingNow(LONG), List.of(new Upstream().call("silent", LONG)));

        asked.leave().run();

        assertThat(asked.failure()).isInstanceOf(CancellationException.class);
    }
}
