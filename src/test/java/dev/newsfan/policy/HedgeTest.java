package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.HedgeAfter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HedgeTest {

    private static final Duration AFTER = Duration.ofMillis(200);
    private static final FailureReason ILL = FailureReason.status(500);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final Ask ask = hedge(new HedgeAfter(Optional.empty(), Optional.of(AFTER)));

    private Ask hedge(HedgeAfter after) {
        return new Hedge(after, timing, events).around(source);
    }

    private Ask percentile(int percentile) {
        return hedge(new HedgeAfter(Optional.of(percentile), Optional.empty()));
    }

    private ScriptedSource.Asked call(int number) {
        return source.calls().get(number);
    }

    /** Two calls, the first of them so long ago. */
    private Asker hedged(Ask hedged) {
        Asker asker = Asker.of(hedged);
        timing.pass(AFTER);
        return asker;
    }

    @Nested
    class ASecondCall {

        @Test
        void isMadeWhenTheFirstIsSlow() {
            Question question = new Question(Map.of("q", "kettle"));
            Asker.of(ask, question);

            timing.pass(AFTER.minusNanos(1));
            assertThat(source.calls()).hasSize(1);
            timing.pass(Duration.ofNanos(1));

            assertThat(source.calls())
                    .extracting(ScriptedSource.Asked::question)
                    .containsExactly(question, question);
            assertThat(timing.planned()).isZero();
        }

        @Test
        void isNotMadeAfterAnAnswer() {
            Asker asker = Asker.of(ask);
            source.last().answer(SourceAnswer.NONE);

            assertThat(timing.planned()).isZero();
            assertThat(asker.answer()).isSameAs(SourceAnswer.NONE);
            assertThat(events.total(PolicyEvent.HEDGED)).isZero();
        }

        @Test
        void isNotPlannedIfTheAnswerIsThere() {
            Ask quick = new Hedge(new HedgeAfter(Optional.empty(), Optional.of(AFTER)), timing, events)
                    .around(question -> Uni.createFrom().item(SourceAnswer.NONE));

            assertThat(Asker.of(quick).answer()).isSameAs(SourceAnswer.NONE);
            assertThat(timing.planned()).isZero();
        }

        @Test
        void isNotMadeAfterAFailure() {
            Asker asker = Asker.of(ask);
            source.last().fail(ILL);

            assertThat(timing.planned()).isZero();
            assertThat(asker.reason()).isEqualTo(ILL);
        }

        @Test
        void endsTheFirstIfItWins() {
            Asker asker = hedged(ask);

            call(1).answer(SourceAnswer.NONE);

            assertThat(call(0).isCancelled()).isTrue();
            assertThat(asker.answer().events()).containsExactlyInAnyOrder(PolicyEvent.HEDGED, PolicyEvent.HEDGE_WON);
            assertThat(events.total(PolicyEvent.HEDGED)).isEqualTo(1);
            assertThat(events.total(PolicyEvent.HEDGE_WON)).isEqualTo(1);
        }

        @Test
        void endsIfTheFirstWins() {
            Asker asker = hedged(ask);

            call(0).answer(SourceAnswer.NONE);

            assertThat(call(1).isCancelled()).isTrue();
            assertThat(asker.answer().events()).containsExactly(PolicyEvent.HEDGED);
            assertThat(events.total(PolicyEvent.HEDGED)).isEqualTo(1);
            assertThat(events.total(PolicyEvent.HEDGE_WON)).isZero();
        }

        @Test
        void isWaitedForIfTheFirstFails() {
            Asker asker = hedged(ask);

            call(0).fail(ILL);
            assertThat(asker.waits()).isTrue();
            call(1).answer(SourceAnswer.NONE);

            assertThat(asker.answer().events()).contains(PolicyEvent.HEDGE_WON);
        }

        @Test
        void mayFailWhileTheFirstIsWaitedFor() {
            Asker asker = hedged(ask);

            call(1).fail(ILL);
            assertThat(asker.waits()).isTrue();
            call(0).answer(SourceAnswer.NONE);

            assertThat(asker.answer().events()).containsExactly(PolicyEvent.HEDGED);
        }

        @Test
        void thatIsForbiddenChangesNothing() {
            Asker asker = hedged(ask);
            call(1).fail(FailureReason.bulkheadFull(1));
            call(0).answer(SourceAnswer.NONE);
            assertThat(asker.answer()).isSameAs(SourceAnswer.NONE);
            assertThat(events.total(PolicyEvent.HEDGED)).isZero();
        }

        @Test
        void thatIsForbiddenIsNotTheReason() {
            Asker asker = hedged(ask);
            call(1).fail(FailureReason.bulkheadFull(1));
            call(0).fail(ILL);
            assertThat(asker.reason()).isEqualTo(ILL);
        }

        @Test
        void isMadeOfAMistakeOfOurs() {
            Asker asker = hedged(ask);
            IllegalStateException mistake = new IllegalStateException();

            call(0).fail(mistake);
            call(1).fail(ILL);

            assertThat(asker.failure()).isSameAs(mistake);
        }
    }

    @Nested
    class WhenBothFail {

        @Test
        void theFirstFailureIsTheReason() {
            Asker asker = hedged(ask);

            call(1).fail(ILL);
            call(0).fail(FailureReason.status(404));

            assertThat(asker.reason()).isEqualTo(ILL);
        }
    }

    @Nested
    class WhenTheAskerLeaves {

        @Test
        void theFirstCallAndItsTimerEnd() {
            Asker.of(ask).leave();

            assertThat(source.underWay()).isZero();
            assertThat(timing.planned()).isZero();
        }

        @Test
        void aTimerThatRunsAlreadyDoesNothing() {
            List<Runnable> late = new ArrayList<>();
            Timing slow = new Timing() {
                @Override
                public long nanos() {
                    return timing.nanos();
                }

                @Override
                public Instant now() {
                    return timing.now();
                }

                @Override
                public Runnable after(Duration after, Runnable task) {
                    late.add(task);
                    return () -> {};
                }
            };
            Ask hedge = new Hedge(new HedgeAfter(Optional.empty(), Optional.of(AFTER)), slow, events).around(source);

            Asker.of(hedge).leave();
            late.getFirst().run();

            assertThat(source.calls()).hasSize(1);
        }

        @Test
        void bothCallsEnd() {
            hedged(ask).leave();

            assertThat(source.calls()).hasSize(2).allMatch(ScriptedSource.Asked::isCancelled);
            assertThat(events.total(PolicyEvent.HEDGED)).isEqualTo(1);
        }
    }

    @Nested
    class APercentile {

        private final Ask p90 = percentile(90);

        private void answerAfter(Ask hedge, long millis) {
            Asker asker = Asker.of(hedge);
            ScriptedSource.Asked first = source.last();
            timing.pass(Duration.ofMillis(millis));
            first.answer(SourceAnswer.NONE);
            assertThat(asker.told()).isEqualTo(1);
        }

        private boolean isHedgedAfter(Ask hedge, long millis) {
            int before = source.calls().size();
            Asker asker = Asker.of(hedge);
            timing.pass(Duration.ofMillis(millis).minusNanos(1));
            assertThat(source.calls()).hasSize(before + 1);
            timing.pass(Duration.ofNanos(1));
            boolean second = source.calls().size() > before + 1;
            asker.leave();
            return second;
        }

        @Test
        void isUnknownBeforeTwentyAnswers() {
            IntStream.rangeClosed(1, 19).forEach(answer -> answerAfter(p90, answer));
            assertThat(isHedgedAfter(p90, 100_000)).isFalse();

            answerAfter(p90, 20);
            assertThat(isHedgedAfter(p90, 18)).isTrue();
        }

        @Test
        void isOfGoodAnswersAlone() {
            IntStream.rangeClosed(1, 20).forEach(answer -> answerAfter(p90, 50));
            for (int call = 0; call < 100; call++) {
                Asker.of(p90);
                source.last().fail(ILL);
            }

            assertThat(isHedgedAfter(p90, 50)).isTrue();
        }

        @Test
        void takesTheWinnersOwnTime() {
            Ask fastest = percentile(1);
            IntStream.rangeClosed(1, 20).forEach(answer -> answerAfter(fastest, 1_000));

            Asker asker = Asker.of(fastest);
            timing.pass(Duration.ofSeconds(1));
            answerLastAfter(7);
            assertThat(asker.answer().events()).contains(PolicyEvent.HEDGE_WON);
            IntStream.rangeClosed(1, 9).forEach(answer -> answerAfter(fastest, 500));

            assertThat(isHedgedAfter(fastest, 7)).isTrue();
        }

        private void answerLastAfter(long millis) {
            timing.pass(Duration.ofMillis(millis));
            source.last().answer(SourceAnswer.NONE);
        }

        @ParameterizedTest
        @CsvSource({"50, 20, 10", "95, 20, 19", "99, 20, 20", "50, 100, 50", "95, 100, 95", "99, 100, 99", "50, 130, 80"
        })
        void isATimeThatSoManyOfTheLastDidNotExceed(int percentile, int answers, long nanos) {
            AnswerTimes times = new AnswerTimes(percentile);

            IntStream.rangeClosed(1, answers).forEach(times::add);

            assertThat(times.typical()).contains(Duration.ofNanos(nanos));
        }
    }

    @Nested
    class Budget {

        @Test
        void isATenthOfTheCallsAndOne() {
            for (int calls = 1; calls <= 1_000; calls++) {
                Asker asker = hedged(ask);
                assertThat(source.calls().size() - calls).isLessThanOrEqualTo((int) (0.1 * calls + 1));
                asker.leave();
            }
            assertThat(events.total(PolicyEvent.HEDGED)).isGreaterThanOrEqualTo(100);
        }

        @Test
        void isTenAtMost() {
            for (int calls = 1; calls <= 1_000; calls++) {
                Asker.of(ask).leave();
            }
            long before = source.calls().size();
            for (int calls = 1; calls <= 11; calls++) {
                hedged(ask).leave();
            }
            // The eleven calls bring one more.
            assertThat(source.calls().size() - before - 11).isEqualTo(11);
            hedged(ask).leave();
            assertThat(source.calls().size() - before - 12).isEqualTo(11);
        }
    }

    @Nested
    class AtTheSameTime {

        private final BusySource busy = new BusySource();

        private Ask eager() {
            return new Hedge(new HedgeAfter(Optional.empty(), Optional.of(AFTER)), timing, events).around(busy);
        }

        @Test
        void twoAnswersAndALeaveAreOneAtMost() {
            try (AtOnce atOnce = new AtOnce()) {
                for (int round = 0; round < 3_000; round++) {
                    Asker asker = hedged(eager());
                    BusySource.Open first = busy.next().orElseThrow();
                    BusySource.Open second = busy.next().orElseThrow();
                    boolean leaves = round % 3 == 0;
                    boolean fails = round % 2 == 0;

                    atOnce.run(
                            first::answer,
                            () -> {
                                if (fails) {
                                    second.fail(ILL);
                                } else {
                                    second.answer();
                                }
                            },
                            () -> {
                                if (leaves) {
                                    asker.leave();
                                }
                            });

                    assertThat(asker.told()).isBetween(leaves ? 0 : 1, 1);
                    assertThat(busy.underWay()).isZero();
                }
            }
        }

        @Test
        void theTimerAndALeaveLeaveNothingBehind() {
            try (AtOnce atOnce = new AtOnce()) {
                for (int round = 0; round < 3_000; round++) {
                    Asker asker = Asker.of(eager());
                    boolean answers = round % 2 == 0;
                    BusySource.Open first = busy.next().orElseThrow();

                    atOnce.run(() -> timing.pass(AFTER), answers ? first::answer : asker::leave);

                    assertThat(busy.underWay()).isZero();
                    assertThat(timing.planned()).isZero();
                    assertThat(asker.told()).isEqualTo(answers ? 1 : 0);
                    while (busy.next().isPresent()) {
                        // All of them have ended.
                    }
                }
            }
        }
    }
}
