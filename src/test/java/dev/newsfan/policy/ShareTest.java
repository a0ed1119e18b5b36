package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ManualTiming timing = new ManualTiming();
    private final ScriptedSource source = new ScriptedSource();
    private final PolicyEvents events = new PolicyEvents();
    private final Ask shared = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(source);

    private CompletableFuture<SourceAnswer> ask() {
        return shared.ask(Question.NONE).subscribeAsCompletionStage();
    }

    @Test
    void makesOneCallOfAllThatAreUnderWay() {
        var first = ask();
        var second = ask();
        var third = ask();
        assertThat(source.calls()).hasSize(1);

        source.last().answer(SourceAnswer.NONE);

        assertThat(first.join().events()).isEmpty();
        assertThat(second.join().events()).containsExactly(PolicyEvent.SHARED);
        assertThat(third.join().result()).isSameAs(first.join().result());
        assertThat(events.total(PolicyEvent.SHARED)).isEqualTo(2);
        assertThat(timing.planned()).isZero();
    }

    @Test
    void makesAnotherOnceTheFirstIsOver() {
        ask();
        source.last().answer(SourceAnswer.NONE);
        ask();
        source.last().fail(FailureReason.status(500));
        ask();

        assertThat(source.calls()).hasSize(3);
    }

    @Test
    void tellsAFailureToAll() {
        var first = ask();
        var second = ask();
        source.last().fail(FailureReason.status(500));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void isOneForEachQuestion() {
        ask();
        shared.ask(new Question(Map.of("product", "kettle"))).subscribeAsCompletionStage();

        assertThat(source.calls()).hasSize(2);
    }

    @Test
    void whoLeavesEndsItsOwnWaitingOnly() {
        Cancellable first = shared.ask(Question.NONE).subscribe().with(answer -> {});
        var second = ask();
        first.cancel();
        assertThat(source.last().isCancelled()).isFalse();

        source.last().answer(SourceAnswer.NONE);
        assertThat(second).isDone();
    }

    @Test
    void endsWhenNobodyWaits() {
        Cancellable first = shared.ask(Question.NONE).subscribe().with(answer -> {});
        Cancellable second = shared.ask(Question.NONE).subscribe().with(answer -> {});
        first.cancel();
        second.cancel();

        assertThat(source.last().isCancelled()).isTrue();
        assertThat(timing.planned()).isZero();
        ask();
        assertThat(source.calls()).hasSize(2);
    }

    @Test
    void hasTheSourcesTimeFromItsOwnStart() {
        ask();

        assertThat(source.last().question().left(timing)).isEqualTo(TIMEOUT);
        timing.pass(TIMEOUT.minusMillis(6));
        assertThat(source.last().question().isLate(timing)).isFalse();
        timing.pass(Duration.ofMillis(1));
        assertThat(source.last().question().isLate(timing)).isTrue();
    }

    @Test
    void startsTheNextForThoseWhoJoinedLater() {
        Cancellable first = shared.ask(Question.NONE).subscribe().with(answer -> {});
        timing.pass(Duration.ofSeconds(3));
        var second = ask();
        timing.pass(Duration.ofSeconds(2));

        assertThat(source.calls()).hasSize(2);
        assertThat(source.calls().getFirst().isCancelled()).isTrue();
        assertThat(source.last().question().left(timing)).isEqualTo(TIMEOUT);
        first.cancel();
        source.last().answer(SourceAnswer.NONE);
        assertThat(second).isDone();
    }

    @Test
    void startsNoneForThoseWhoHaveNoTimeLeft() {
        var first = ask();
        timing.pass(Duration.ofMillis(2));
        var second = ask();
        timing.pass(TIMEOUT);

        assertThat(source.calls()).hasSize(1);
        assertThat(source.last().isCancelled()).isTrue();
        assertThat(timing.planned()).isZero();
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void isOffUnlessAnAnswerMayBeAnothers() {
        Ask unshared = new Share(false, TIMEOUT, timing, events, () -> Runnable::run).around(source);
        unshared.ask(Question.NONE).subscribeAsCompletionStage();
        unshared.ask(Question.NONE).subscribeAsCompletionStage();
        assertThat(source.calls()).hasSize(2);

        Question cached = Question.NONE.freshFor(Duration.ofSeconds(30));
        unshared.ask(cached).subscribeAsCompletionStage();
        unshared.ask(cached).subscribeAsCompletionStage();
        assertThat(source.calls()).hasSize(3);
    }

    @Test
    void answersWhereEachWantsToHear() {
        List<Runnable> later = new ArrayList<>();
        Ask elsewhere = new Share(true, TIMEOUT, timing, events, () -> later::add).around(source);
        var answer = elsewhere.ask(Question.NONE).subscribeAsCompletionStage();
        source.last().answer(SourceAnswer.NONE);
        assertThat(answer).isNotDone();

        later.forEach(Runnable::run);
        assertThat(answer).isDone();
    }

    @Test
    void survivesACallThatAnswersAtOnce() {
        Ask quick = new Share(true, TIMEOUT, timing, events, () -> Runnable::run)
                .around(question -> Uni.createFrom().item(SourceAnswer.NONE));

        assertThat(quick.ask(Question.NONE).subscribeAsCompletionStage()).isDone();
        assertThat(quick.ask(Question.NONE).subscribeAsCompletionStage()).isDone();
    }

    @Test
    void losesNobodyWhenManyComeAndGoAtOnce() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4);
                var answers = Executors.newFixedThreadPool(2)) {
            Ask slow = question -> Uni.createFrom().emitter(asker -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                asker.onTermination(underWay::decrementAndGet);
                answers.execute(() -> asker.complete(SourceAnswer.NONE));
            });
            Ask crowded = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(slow);
            CyclicBarrier together = new CyclicBarrier(4);
            Callable<Integer> caller = () -> {
                together.await();
                int answered = 0;
                for (int call = 0; call < 2000; call++) {
                    if (ThreadLocalRandom.current().nextInt(4) == 0) {
                        crowded.ask(Question.NONE)
                                .subscribe()
                                .with(answer -> {})
                                .cancel();
                    } else {
                        crowded.ask(Question.NONE).await().atMost(Duration.ofSeconds(20));
                        answered++;
                    }
                }
                return answered;
            };
            for (var answered : threads.invokeAll(List.of(caller, caller, caller, caller))) {
                assertThat(answered.get()).isPositive();
            }
        }
        assertThat(underWay).hasValue(0);
        // One that is being left and one that begins may overlap.
        assertThat(most.get()).isBetween(1, 8);
    }
}
