package dev.newsfan.fanout;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every mode must do; they may differ in the waiting alone. Each mode's test adds how it waits. */
abstract class ModeContract {

    /** A timeout that is meant to run out. */
    static final Duration SHORT = Duration.ofMillis(40);
    /** A budget that is meant to run out, but not before the calls have started, even on a busy machine. */
    static final Duration SCARCE = Duration.ofMillis(300);
    /** Nobody waits for it to run out. */
    static final Duration LONG = Duration.ofMinutes(1);

    final TestThreads threads = new TestThreads();
    final List<Progress<String>> events = new CopyOnWriteArrayList<>();

    /** Begins to ask, in the mode under test. */
    abstract Asked ask(FanOut<String> fanOut);

    @AfterEach
    void stopTheThreads() {
        threads.close();
    }

    Asked ask(Budget budget, List<Call<String>> calls) {
        return ask(new FanOut<>(calls, budget, events::add));
    }

    Reply<String> replyTo(Supplier<Uni<String>> upstream) {
        List<Reply<String>> replies = ask(Budget.startingNow(LONG), List.of(new Call<>("one", LONG, upstream)))
                .replies();
        assertThat(replies).hasSize(1);
        return replies.getFirst();
    }

    static List<String> names(List<Reply<String>> replies) {
        return replies.stream().map(Reply::name).toList();
    }

    static Call<String> answering(String name, String item) {
        return new Call<>(name, LONG, () -> Uni.createFrom().item(item));
    }

    static Budget spentBudget() {
        return Budget.since(System.nanoTime() - LONG.toNanos(), SHORT);
    }

    @Test
    void noCallsGetNoReplies() {
        assertThat(ask(Budget.startingNow(LONG), List.of()).replies()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void anAnswerIsOk() {
        assertThat(replyTo(() -> Uni.createFrom().item("news")).outcome()).isEqualTo(new Outcome.Ok<>("news"));
    }

    @Test
    void anAnswerOfNullIsOkToo() {
        assertThat(replyTo(() -> Uni.createFrom().nullItem()).outcome()).isEqualTo(new Outcome.Ok<>(null));
    }

    @Test
    void aFailureKeepsItsCause() {
        IOException cause = new IOException("line cut");
        assertThat(replyTo(() -> Uni.createFrom().failure(cause)).outcome()).isEqualTo(new Outcome.Failure<>(cause));
    }

    @Test
    void aSupplierThatThrowsIsAFailedCall() {
        IllegalStateException cause = new IllegalStateException("no such pool");
        Supplier<Uni<String>> throwing = () -> {
            throw cause;
        };
        assertThat(replyTo(throwing).outcome()).isEqualTo(new Outcome.Failure<>(cause));
    }

    @Test
    void anErrorIsAFailedCallToo() {
        StackOverflowError cause = new StackOverflowError();
        Supplier<Uni<String>> overflowing = () -> {
            throw cause;
        };
        assertThat(replyTo(overflowing).outcome()).isEqualTo(new Outcome.Failure<>(cause));
    }

    @Test
    void aSupplierThatReturnsNullIsAFailedCall() {
        assertThat(replyTo(() -> null).outcome()).isInstanceOf(Outcome.Failure.class);
    }

    @Test
    void anUpstreamThatIsCancelledByItselfIsAFailedCall() {
        CancellationException cause = new CancellationException("by the upstream");
        assertThat(replyTo(() -> Uni.createFrom().failure(cause)).outcome()).isEqualTo(new Outcome.Failure<>(cause));
    }

    @Test
    void repliesComeInTheOrderOfTheCalls() {
        List<Call<String>> calls = List.of(
                new Upstream().call("never answers", SHORT),
                new Call<>("fails", LONG, () -> Uni.createFrom().failure(new IOException())),
                answering("answers", "news"),
                new Upstream().call("never answers either", SHORT),
                answering("answers, too", "more news"));

        List<Reply<String>> replies = ask(Budget.startingNow(LONG), calls).replies();

        assertThat(names(replies))
                .containsExactly("never answers", "fails", "answers", "never answers either", "answers, too");
        assertThat(replies)
                .extracting(reply -> reply.outcome().getClass().getSimpleName())
                .containsExactly("Timeout", "Failure", "Ok", "Timeout", "Ok");
    }

    @Test
    void aSilentCallIsCancelledAtItsOwnTimeout() {
        Upstream silent = new Upstream();

        List<Reply<String>> replies = ask(Budget.startingNow(LONG), List.of(silent.call("silent", SHORT)))
                .replies();

        assertThat(replies.getFirst().outcome()).isEqualTo(new Outcome.Timeout<>(SHORT, false));
        assertThat(replies.getFirst().elapsed()).isGreaterThanOrEqualTo(SHORT);
        await().untilAsserted(() -> assertThat(silent.cancelled()).isEqualTo(1));
    }

    @Test
    void aSilentCallIsCancelledAtTheEndOfTheBudget() {
        Upstream silent = new Upstream();

        List<Reply<String>> replies = ask(Budget.startingNow(SCARCE), List.of(silent.call("silent", LONG)))
                .replies();

        assertThat(replies.getFirst().outcome()).isInstanceOfSatisfying(Outcome.Timeout.class, timeout -> {
            assertThat(timeout.budgetBound()).isTrue();
            assertThat(timeout.allowed()).isPositive().isLessThanOrEqualTo(SCARCE);
        });
        await().untilAsserted(() -> assertThat(silent.cancelled()).isEqualTo(1));
    }

    @Test
    void anAnswerAfterTheDeadlineChangesNothing() {
        Upstream late = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(late.call("late", SHORT)));
        List<Reply<String>> replies = asked.replies();

        late.answer("yesterday's news");

        assertThat(replies.getFirst().outcome()).isInstanceOf(Outcome.Timeout.class);
        assertThat(events).hasSize(2);
    }

    @Test
    void withoutBudgetEverythingIsSkipped() {
        Upstream one = new Upstream();
        Upstream two = new Upstream();

        List<Reply<String>> replies = ask(spentBudget(), List.of(one.call("one", LONG), two.call("two", LONG)))
                .replies();

        assertThat(names(replies)).containsExactly("one", "two");
        assertThat(replies).extracting(Reply::outcome).containsOnly(new Outcome.Skipped<>());
        assertThat(replies).extracting(Reply::elapsed).containsOnly(Duration.ZERO);
        assertThat(one.asked() + two.asked()).isZero();
        assertThat(events)
                .as("skipped calls don't start")
                .allSatisfy(event -> assertThat(event).isInstanceOf(Progress.Answered.class))
                .hasSize(2);
    }

    @Test
    void aFallbackTakesThePlaceOfAnyOutcomeButOk() {
        List<Outcome<String>> given = new CopyOnWriteArrayList<>();
        UnaryOperator<Outcome<String>> older = outcome -> {
            given.add(outcome);
            return new Outcome.Ok<>("yesterday's news");
        };
        IOException cause = new IOException();
        List<Call<String>> calls = List.of(
                new Call<>("late", SHORT, new Upstream().call("late", SHORT).ask(), older),
                new Call<>("fails", LONG, () -> Uni.createFrom().failure(cause), older),
                new Call<>("answers", LONG, () -> Uni.createFrom().item("news"), older));

        List<Reply<String>> replies = ask(Budget.startingNow(LONG), calls).replies();
        List<Reply<String>> skipped = ask(spentBudget(), calls.subList(0, 1)).replies();

        assertThat(replies)
                .extracting(Reply::outcome)
                .containsExactly(
                        new Outcome.Ok<>("yesterday's news"),
                        new Outcome.Ok<>("yesterday's news"),
                        new Outcome.Ok<>("news"));
        assertThat(skipped).extracting(Reply::outcome).containsExactly(new Outcome.Ok<>("yesterday's news"));
        assertThat(given)
                .containsExactlyInAnyOrder(
                        new Outcome.Timeout<>(SHORT, false), new Outcome.Failure<>(cause), new Outcome.Skipped<>());
    }

    @Test
    void aFallbackThatThrowsChangesNothing() {
        IOException cause = new IOException();
        UnaryOperator<Outcome<String>> broken = outcome -> {
            throw new IllegalStateException("expected by a test");
        };
        Call<String> call = new Call<>("fails", LONG, () -> Uni.createFrom().failure(cause), broken);

        List<Reply<String>> replies =
                ask(Budget.startingNow(LONG), List.of(call)).replies();

        assertThat(replies).extracting(Reply::outcome).containsExactly(new Outcome.Failure<>(cause));
    }

    @Test
    void eachCallIsToldOnceAsItStartsAndOnceAsItEnds() {
        List<Call<String>> calls = List.of(
                answering("answers", "news"),
                new Call<>("fails", LONG, () -> Uni.createFrom().failure(new IOException())),
                new Upstream().call("never answers", SHORT));

        List<Reply<String>> replies = ask(Budget.startingNow(LONG), calls).replies();

        Map<String, Reply<String>> answered = events.stream()
                .filter(Progress.Answered.class::isInstance)
                .map(event -> ((Progress.Answered<String>) event).reply())
                .collect(toMap(Reply::name, Function.identity()));
        assertThat(answered.values()).containsExactlyInAnyOrderElementsOf(replies);
        Map<String, Progress.Started<String>> started = events.stream()
                .filter(Progress.Started.class::isInstance)
                .map(event -> (Progress.Started<String>) event)
                .collect(toMap(Progress.Started::name, Function.identity()));
        assertThat(started).containsOnlyKeys(names(replies));
        assertThat(replies).allSatisfy(reply -> {
            Progress.Started<String> start = started.get(reply.name());
            assertThat(start.at()).isEqualTo(reply.started());
            assertThat(events.indexOf(start)).isLessThan(events.indexOf(new Progress.Answered<>(reply)));
        });
        assertThat(events).hasSize(6);
    }

    @Test
    void timesAreCountedFromTheRequestsArrival() {
        Duration waitedInLine = Duration.ofMinutes(1);
        Budget budget = Budget.since(System.nanoTime() - waitedInLine.toNanos(), waitedInLine.multipliedBy(2));

        Reply<String> reply =
                ask(budget, List.of(answering("one", "news"))).replies().getFirst();

        assertThat(reply.started()).isGreaterThanOrEqualTo(waitedInLine);
        assertThat(reply.started().plus(reply.elapsed())).isLessThanOrEqualTo(budget.spent());
        assertThat(reply.elapsed()).isLessThan(waitedInLine);
    }

    @Test
    void whenTheClientLeavesTheCallUnderWayIsCancelled() {
        Upstream silent = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(silent.call("silent", LONG)));
        silent.awaitAsked();

        asked.leave().run();

        assertThat(asked.failure()).isInstanceOf(CancellationException.class);
        await().untilAsserted(() -> assertThat(silent.cancelled()).isEqualTo(1));
        assertThat(events).hasOnlyElementsOfType(Progress.Started.class);
    }

    @Test
    void leavingTwiceOrAfterTheEndDoesNoHarm() {
        Upstream prompt = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(prompt.call("prompt", LONG)));
        prompt.answer("news");
        List<Reply<String>> replies = asked.replies();

        asked.leave().run();
        asked.leave().run();

        assertThat(replies.getFirst().outcome()).isEqualTo(new Outcome.Ok<>("news"));
        assertThat(prompt.cancelled()).isZero();
    }
}
