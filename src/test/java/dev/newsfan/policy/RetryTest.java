package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final FailureReason BROKEN = FailureReason.status(503).notBefore(Duration.ZERO);
    private static final FailureReason ILL = FailureReason.status(503);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();

    private Ask retrying(int retries) {
        return retrying(retries, 0.5);
    }

    private Ask retrying(int retries, double random) {
        return new Retry(retries, new RetryBudget(), timing, events, () -> random).around(source);
    }

    private static Stream<FailureReason> mendable() {
        return Stream.of(
                FailureReason.notConnected(),
                FailureReason.brokenOff(),
                FailureReason.ended(),
                FailureReason.status(502),
                FailureReason.status(503),
                FailureReason.status(504));
    }

    private static Stream<FailureReason> lasting() {
        Duration soon = Duration.ofSeconds(1);
        return Stream.of(
                FailureReason.status(429).notBefore(soon),
                FailureReason.status(429).notBefore(Duration.ZERO),
                FailureReason.status(400),
                FailureReason.status(404),
                FailureReason.status(500),
                FailureReason.status(501),
                FailureReason.unreadable("no"),
                FailureReason.empty(200),
                FailureReason.tooLarge(1),
                FailureReason.tooManyBytesInFlight(1),
                FailureReason.unknownHost(),
                FailureReason.notSecure(),
                FailureReason.notHttp(),
                FailureReason.ours(),
                FailureReason.tooSlow(),
                FailureReason.bulkheadFull(1),
                FailureReason.circuitOpen(ILL, soon),
                ILL.backedOff(soon));
    }

    @Nested
    class AsksOnceMore {

        @ParameterizedTest
        @MethodSource("dev.newsfan.policy.RetryTest#mendable")
        void afterWhatAnotherTryMayMend(FailureReason reason) {
            Asker asker = Asker.of(retrying(1));

            source.last().fail(reason);
            timing.pass(LONG);
            source.last().answer(SourceAnswer.NONE);

            assertThat(source.calls()).hasSize(2);
            assertThat(asker.answer()).isEqualTo(SourceAnswer.NONE.with(PolicyEvent.RETRIED));
            assertThat(events.total(PolicyEvent.RETRIED)).isEqualTo(1);
        }

        @Test
        void atOnceIfThatMayBe() {
            Asker asker = Asker.of(retrying(1));

            source.last().fail(BROKEN);

            assertThat(source.calls()).hasSize(2);
            assertThat(asker.waits()).isTrue();
            assertThat(timing.planned()).isZero();
        }

        @ParameterizedTest
        @CsvSource({"0, 20", "0.25, 40", "1, 100"})
        void afterAMomentThatDiffers(double random, long millis) {
            Asker.of(retrying(1, random));
            source.last().fail(ILL);

            timing.pass(Duration.ofMillis(millis).minusNanos(1));
            assertThat(source.calls()).hasSize(1);

            timing.pass(Duration.ofNanos(1));
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void afterTheTimeThatTheSourceWishes() {
            Asker.of(retrying(1));
            source.last().fail(ILL.notBefore(Duration.ofSeconds(7)));

            timing.pass(Duration.ofSeconds(7).minusNanos(1));
            assertThat(source.calls()).hasSize(1);

            timing.pass(Duration.ofNanos(1));
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void onANewConnectionIfOneFailed() {
            Question question = new Question(Map.of("q", "kettle"));
            Asker.of(retrying(3), question);

            FailureReason broken = FailureReason.brokenOff().notBefore(Duration.ZERO);
            source.last().fail(broken);
            source.last().fail(ILL.notBefore(Duration.ZERO));
            source.last().fail(broken);

            assertThat(source.calls())
                    .extracting(ScriptedSource.Asked::question)
                    .containsExactly(question, question.onceMore(), question, question.onceMore());
        }

        @ParameterizedTest
        @CsvSource({"0", "1", "2", "5"})
        void soManyTimesAtMost(int retries) {
            Asker asker = Asker.of(retrying(retries));

            for (int call = 0; call <= retries; call++) {
                assertThat(asker.waits()).isTrue();
                source.last().fail(BROKEN);
            }

            assertThat(asker.reason()).isEqualTo(BROKEN);
            assertThat(source.calls()).hasSize(1 + retries);
            assertThat(events.total(PolicyEvent.RETRIED)).isEqualTo(retries);
            assertThat(events.total(PolicyEvent.RETRY_DENIED)).isZero();
        }
    }

    @Nested
    class LeavesIt {

        @ParameterizedTest
        @MethodSource("dev.newsfan.policy.RetryTest#lasting")
        void afterWhatARepetitionWontChange(FailureReason reason) {
            Asker asker = Asker.of(retrying(1));

            source.last().fail(reason);
            timing.pass(LONG);

            assertThat(asker.reason()).isEqualTo(reason);
            assertThat(source.calls()).hasSize(1);
        }

        @Test
        void afterAMistakeOfOurs() {
            Asker asker = Asker.of(retrying(1));
            IllegalStateException mistake = new IllegalStateException();

            source.last().fail(mistake);

            assertThat(asker.failure()).isSameAs(mistake);
        }

        @ParameterizedTest
        @CsvSource({"5000, 0, false", "5001, 0, true", "5001, 1, false"})
        void ifThePauseDoesNotFit(long timeoutMillis, long passedMillis, boolean fits) {
            Asker asker = Asker.of(retrying(1), Question.NONE.within(Duration.ofMillis(timeoutMillis), timing));
            timing.pass(Duration.ofMillis(passedMillis));

            source.last().fail(ILL.notBefore(Duration.ofSeconds(5)));

            assertThat(asker.waits()).isEqualTo(fits);
            assertThat(events.total(PolicyEvent.RETRY_DENIED)).isZero();
        }

        @Test
        void withTheReasonOfTheLastTry() {
            Asker asker = Asker.of(retrying(1));

            source.last().fail(BROKEN);
            source.last().fail(FailureReason.status(404));

            assertThat(asker.reason()).isEqualTo(FailureReason.status(404));
        }

        @Test
        void withTheReasonBeforeIfATryIsForbidden() {
            Asker asker = Asker.of(retrying(2));

            source.last().fail(BROKEN);
            source.last().fail(FailureReason.bulkheadFull(3));

            assertThat(asker.reason()).isEqualTo(BROKEN);
            assertThat(events.total(PolicyEvent.RETRIED)).isZero();
        }
    }

    @Nested
    class WhenTheAskerLeaves {

        @Test
        void theFirstTryEnds() {
            Asker.of(retrying(1)).leave();

            assertThat(source.underWay()).isZero();
        }

        @Test
        void thePauseEnds() {
            Asker asker = Asker.of(retrying(1));
            source.last().fail(ILL);
            assertThat(timing.planned()).isEqualTo(1);

            asker.leave();
            assertThat(timing.planned()).isZero();

            timing.pass(LONG);
            assertThat(source.calls()).hasSize(1);
        }

        @Test
        void theSecondTryEnds() {
            Asker asker = Asker.of(retrying(1));
            source.last().fail(BROKEN);

            asker.leave();

            assertThat(source.last().isCancelled()).isTrue();
            assertThat(events.total(PolicyEvent.RETRIED)).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 50})
        void betweenAFailureAndThePauseNothingBegins(long pauseMillis) {
            AtomicReference<Asker> asker = new AtomicReference<>();
            Timing leaving = new Timing() {
                @Override
                public long nanos() {
                    Optional.ofNullable(asker.get()).ifPresent(Asker::leave);
                    return timing.nanos();
                }

                @Override
                public Instant now() {
                    return timing.now();
                }

                @Override
                public Runnable after(Duration after, Runnable task) {
                    return timing.after(after, task);
                }
            };
            Ask ask = new Retry(1, new RetryBudget(), leaving, events).around(source);
            asker.set(Asker.of(ask, Question.NONE.within(LONG, timing)));

            source.last().fail(ILL.notBefore(Duration.ofMillis(pauseMillis)));

            assertThat(timing.planned()).isZero();
            assertThat(source.calls()).hasSize(1);
        }

        @Test
        void whileATryFailsNothingStaysBehind() {
            BusySource busy = new BusySource();
            try (AtOnce atOnce = new AtOnce()) {
                for (int round = 0; round < 3_000; round++) {
                    FailureReason reason = round % 2 == 0 ? BROKEN : ILL;
                    Ask ask = new Retry(1, new RetryBudget(), timing, events).around(busy);
                    Asker asker = Asker.of(ask);
                    BusySource.Open first = busy.next().orElseThrow();

                    atOnce.run(() -> first.fail(reason), asker::leave);

                    assertThat(busy.underWay()).isZero();
                    assertThat(timing.planned()).isZero();
                    assertThat(asker.told()).isZero();
                    while (busy.next().isPresent()) {
                        // All of them have ended.
                    }
                }
            }
        }
    }

    @Nested
    class Budget {

        @Test
        void isAFifthOfTheCallsAndAReserve() {
            Ask ask = retrying(5);
            for (int calls = 1; calls <= 1_000; calls++) {
                Asker asker = Asker.of(ask);
                while (asker.waits()) {
                    source.last().fail(BROKEN);
                }
                assertThat(source.calls().size()).isLessThanOrEqualTo((int) (1.2 * calls + RetryBudget.RESERVE));
            }
            assertThat(source.calls()).hasSizeGreaterThan(1_200);
            assertThat(events.total(PolicyEvent.RETRIED))
                    .isEqualTo(source.calls().size() - 1_000);
            assertThat(events.total(PolicyEvent.RETRY_DENIED)).isGreaterThan(700);
        }

        @Test
        void growsAgainWithCallsThatSucceed() {
            Ask ask = retrying(1);
            IntStream.range(0, 100).forEach(call -> failTwice(ask));
            long used = events.total(PolicyEvent.RETRIED);
            failTwice(ask);
            failTwice(ask);
            IntStream.range(0, 1_000).forEach(call -> {
                Asker.of(ask);
                source.last().answer(SourceAnswer.NONE);
            });
            long before = events.total(PolicyEvent.RETRIED);
            assertThat(before).isLessThanOrEqualTo(used + 1);

            IntStream.range(0, RetryBudget.RESERVE).forEach(call -> failTwice(ask));

            assertThat(events.total(PolicyEvent.RETRIED)).isEqualTo(before + RetryBudget.RESERVE);
        }

        @Test
        void doesNotDenyWhatNeverBeganToBeAnswered() {
            Ask ask = retrying(1);
            for (int call = 0; call < 100; call++) {
                Asker asker = Asker.of(ask);
                source.last().fail(FailureReason.ended().notBefore(Duration.ZERO));
                source.last().answer(SourceAnswer.NONE);
                assertThat(asker.waits()).isFalse();
            }
            assertThat(source.calls()).hasSize(200);
        }

        private void failTwice(Ask ask) {
            Asker asker = Asker.of(ask);
            while (asker.waits()) {
                source.last().fail(BROKEN);
            }
        }

        @Test
        void isNotTakenFromByWhatIsNotRetried() {
            Ask ask = retrying(1);
            for (int call = 0; call < 100; call++) {
                Asker.of(ask);
                source.last().fail(FailureReason.status(500));
            }
            for (int call = 0; call < RetryBudget.RESERVE; call++) {
                Asker asker = Asker.of(ask);
                source.last().fail(BROKEN);
                assertThat(asker.waits()).isTrue();
            }
        }

        @Test
        void isExactForManyThreads() {
            int calls = 100_000;
            Tokens tokens = new Tokens(calls * AtOnce.THREADS, 3, 2);
            LongAdder taken = new LongAdder();
            try (AtOnce atOnce = new AtOnce()) {
                atOnce.each(thread -> {
                    for (int call = 0; call < calls; call++) {
                        tokens.called();
                        if (tokens.take()) {
                            taken.increment();
                        }
                    }
                });
            }
            while (tokens.take()) {
                taken.increment();
            }
            assertThat(taken.sum()).isEqualTo(3 + calls * AtOnce.THREADS / 5);
        }
    }
}
