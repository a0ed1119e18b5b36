package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.policy.Breaker.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BreakerTest {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final FailureReason ILL = FailureReason.status(500);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final Breaker breaker = new Breaker(WAIT, true, timing, events);
    private final Ask ask = breaker.around(source);

    private void succeed() {
        Asker.of(ask);
        source.last().answer(SourceAnswer.NONE);
    }

    private void fail(FailureReason reason) {
        Asker.of(ask);
        source.last().fail(reason);
    }

    private void open() {
        IntStream.range(0, 5).forEach(call -> fail(ILL));
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    private void probe() {
        timing.pass(breaker.leftAlone());
        Asker.of(ask);
        assertThat(breaker.state()).isEqualTo(State.PROBING);
    }

    @Test
    void waitsForTheSecondTryOfWhatWasNeverAnswered() {
        FailureReason closed = FailureReason.ended().notBefore(Duration.ZERO);
        IntStream.range(0, 20).forEach(call -> fail(closed));
        assertThat(breaker.state()).isEqualTo(State.CLOSED);

        IntStream.range(0, 5).forEach(call -> {
            Asker.of(ask, Question.NONE.onceMore());
            source.last().fail(closed);
        });
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Nested
    class Opens {

        /** A letter for each call: s(uccess), f(ailure). */
        @ParameterizedTest
        @CsvSource({
            "ffff, CLOSED",
            "fffff, OPEN",
            "ssff, CLOSED",
            "ssfff, OPEN",
            "sssff, CLOSED",
            "sssfff, OPEN",
            "ffffs, CLOSED",
            "sffs, CLOSED",
            "ssssssssssffff, CLOSED",
            "ssssssssssfffff, OPEN",
            "sssssssssssssssssssssssssssssffffsffffsf, CLOSED",
            "sssssssssssssssssssssssssssssffffsffffsff, OPEN"
        })
        void whenHalfOfTheLastCallsFailed(String calls, State state) {
            for (char call : calls.toCharArray()) {
                assertThat(breaker.state()).isEqualTo(State.CLOSED);
                if (call == 's') {
                    succeed();
                } else {
                    fail(ILL);
                }
            }
            assertThat(breaker.state()).isEqualTo(state);
        }

        private static Stream<FailureReason> counting() {
            return Stream.of(
                    ILL,
                    FailureReason.status(404),
                    FailureReason.status(503).notBefore(WAIT),
                    FailureReason.unreadable("no"),
                    FailureReason.empty(200),
                    FailureReason.tooLarge(1),
                    FailureReason.notConnected(),
                    FailureReason.unknownHost(),
                    FailureReason.notSecure(),
                    FailureReason.late(WAIT, false));
        }

        @ParameterizedTest
        @MethodSource("counting")
        void forWhatTheSourceIsToBlameFor(FailureReason reason) {
            IntStream.range(0, 5).forEach(call -> fail(reason));

            assertThat(breaker.state()).isEqualTo(State.OPEN);
        }

        private static Stream<Throwable> saysNothing() {
            return Stream.of(
                    new SourceException(FailureReason.status(429)),
                    new SourceException(FailureReason.ours()),
                    new SourceException(FailureReason.tooManyBytesInFlight(1)),
                    new SourceException(FailureReason.bulkheadFull(1)),
                    new SourceException(FailureReason.status(503).backedOff(WAIT)),
                    new IllegalStateException());
        }

        @ParameterizedTest
        @MethodSource("saysNothing")
        void neverForAnythingElse(Throwable failure) {
            for (int call = 0; call < 30; call++) {
                Asker asker = Asker.of(ask);
                source.last().fail(failure);
                assertThat(asker.failure()).isSameAs(failure);
            }
            IntStream.range(0, 4).forEach(call -> fail(ILL));
            assertThat(breaker.state()).isEqualTo(State.CLOSED);

            fail(ILL);
            assertThat(breaker.state()).isEqualTo(State.OPEN);
        }

        @Test
        void forASourceThatMissesTheDeadline() {
            for (int call = 0; call < 5; call++) {
                Asker asker = Asker.of(ask, Question.NONE.within(Duration.ofSeconds(1), timing));
                timing.pass(Duration.ofSeconds(1));
                asker.leave();
                assertThat(source.last().isCancelled()).isTrue();
            }

            assertThat(Asker.of(ask).reason().words()).endsWith("the last time: no complete answer in time");
        }

        @Test
        void notForAnAskerWhoLeaves() {
            for (int call = 0; call < 30; call++) {
                Asker asker = Asker.of(ask, Question.NONE.within(Duration.ofSeconds(1), timing));
                timing.pass(Duration.ofMillis(900));
                asker.leave();
                Asker.of(ask).leave();
            }

            assertThat(breaker.state()).isEqualTo(State.CLOSED);
            assertThat(source.underWay()).isZero();
        }
    }

    @Nested
    class WhenOpen {

        @Test
        void failsAtOnceWithTheLastReason() {
            open();
            timing.pass(Duration.ofMillis(2_500));

            FailureReason reason = Asker.of(ask).reason();

            assertThat(reason.code()).isEqualTo("circuit_open");
            assertThat(reason.words())
                    .isEqualTo("not asked for another 8 s, as it failed too often;"
                            + " the last time: it answered with status 500");
            assertThat(reason.retryAfter()).contains(Duration.ofMillis(7_500));
            assertThat(reason.forbidden()).isTrue();
            assertThat(breaker.leftAlone()).isEqualTo(Duration.ofMillis(7_500));
            assertThat(source.calls()).hasSize(5);
            assertThat(events.total(PolicyEvent.CIRCUIT_OPEN)).isEqualTo(1);
        }

        @Test
        void callsFromBeforeSayNothing() {
            IntStream.range(0, 12).forEach(call -> Asker.of(ask));
            IntStream.range(0, 5).forEach(call -> source.calls().get(call).fail(ILL));
            assertThat(breaker.state()).isEqualTo(State.OPEN);
            timing.pass(Duration.ofSeconds(5));

            source.calls().get(5).answer(SourceAnswer.NONE);
            source.calls().get(6).fail(FailureReason.status(404));
            assertThat(breaker.leftAlone()).isEqualTo(Duration.ofSeconds(5));
            assertThat(Asker.of(ask).reason().words()).endsWith("status 500");

            probe();
            source.calls().get(7).answer(SourceAnswer.NONE);
            source.calls().get(8).fail(ILL);
            assertThat(breaker.state()).isEqualTo(State.PROBING);

            source.last().answer(SourceAnswer.NONE);
            IntStream.range(0, 4).forEach(call -> fail(ILL));
            source.calls().get(9).fail(ILL);
            assertThat(breaker.state()).isEqualTo(State.CLOSED);
        }
    }

    @Nested
    class Probes {

        @Test
        void byOneCallAtATime() {
            open();
            timing.pass(WAIT.minusNanos(1));
            assertThat(Asker.of(ask).told()).isEqualTo(1);
            timing.pass(Duration.ofNanos(1));
            assertThat(breaker.state()).isEqualTo(State.OPEN);
            assertThat(breaker.leftAlone()).isZero();

            Asker probe = Asker.of(ask);
            FailureReason reason = Asker.of(ask).reason();

            assertThat(probe.waits()).isTrue();
            assertThat(source.calls()).hasSize(6);
            assertThat(reason.code()).isEqualTo("circuit_open");
            assertThat(reason.words())
                    .isEqualTo("not asked while another call tries it again, as it failed too often;"
                            + " the last time: it answered with status 500");
            assertThat(reason.retryAfter()).contains(Duration.ofSeconds(1));
            assertThat(breaker.leftAlone()).isZero();
        }

        @Test
        void andClosesWithAnEmptyWindowIfItSucceeds() {
            open();
            probe();
            source.last().answer(SourceAnswer.NONE);
            assertThat(breaker.state()).isEqualTo(State.CLOSED);

            IntStream.range(0, 4).forEach(call -> fail(ILL));
            assertThat(breaker.state()).isEqualTo(State.CLOSED);

            fail(ILL);
            assertThat(breaker.leftAlone()).isEqualTo(WAIT);
        }

        @Test
        void andOpensForTwiceAsLongIfItFails() {
            open();
            for (int times : new int[] {2, 4, 6, 6, 6}) {
                probe();
                source.last().fail(FailureReason.status(404));

                assertThat(breaker.state()).isEqualTo(State.OPEN);
                assertThat(breaker.leftAlone()).isEqualTo(WAIT.multipliedBy(times));
                assertThat(Asker.of(ask).reason().words()).endsWith("status 404");
            }

            probe();
            source.last().answer(SourceAnswer.NONE);
            open();
            assertThat(breaker.leftAlone()).isEqualTo(WAIT);
        }

        @Test
        void andOpensIfItMissesTheDeadline() {
            open();
            timing.pass(WAIT);
            Asker asker = Asker.of(ask, Question.NONE.within(Duration.ofSeconds(1), timing));
            timing.pass(Duration.ofSeconds(1));

            asker.leave();

            assertThat(breaker.leftAlone()).isEqualTo(WAIT.multipliedBy(2));
        }

        @Test
        void byTheNextCallIfTheAskerLeaves() {
            open();
            timing.pass(WAIT);
            Asker.of(ask).leave();
            assertThat(source.last().isCancelled()).isTrue();

            probe();
            assertThat(source.calls()).hasSize(7);
            source.last().answer(SourceAnswer.NONE);
            assertThat(breaker.state()).isEqualTo(State.CLOSED);
        }

        @ParameterizedTest
        @MethodSource("dev.newsfan.policy.BreakerTest$Opens#saysNothing")
        void byTheNextCallIfItSaysNothing(Throwable failure) {
            open();
            probe();
            source.last().fail(failure);
            assertThat(breaker.state()).isEqualTo(State.OPEN);

            probe();
            assertThat(source.calls()).hasSize(7);
        }
    }

    @Nested
    class OfManyThreads {

        @Test
        void oneProbes() {
            BusySource busy = new BusySource();
            Ask asked = breaker.around(busy);
            for (int call = 0; call < 5; call++) {
                Asker.of(asked);
                busy.next().orElseThrow().fail(ILL);
            }
            try (AtOnce atOnce = new AtOnce()) {
                for (int round = 1; round <= 2_000; round++) {
                    timing.pass(breaker.leftAlone());
                    AtomicInteger waiting = new AtomicInteger();

                    atOnce.each(thread -> waiting.addAndGet(Asker.of(asked).waits() ? 1 : 0));

                    assertThat(waiting).hasValue(1);
                    assertThat(busy.calls()).isEqualTo(5 + round);
                    busy.next().orElseThrow().fail(ILL);
                }
            }
            assertThat(events.total(PolicyEvent.CIRCUIT_OPEN)).isEqualTo(2_000 * (AtOnce.THREADS - 1));
        }

        @Test
        void eachIsAskedOrRefused() {
            int rounds = 20_000;
            BusySource busy = new BusySource();
            Ask asked = breaker.around(busy);
            try (AtOnce atOnce = new AtOnce()) {
                atOnce.each(thread -> {
                    for (int round = 0; round < rounds; round++) {
                        Asker asker = Asker.of(asked);
                        boolean fails = (round & 32) == 0;
                        busy.next().ifPresent(call -> {
                            if (fails) {
                                call.fail(ILL);
                            } else {
                                call.answer();
                            }
                        });
                        asker.leave();
                        if (thread == 0) {
                            timing.pass(Duration.ofMillis(100));
                        }
                    }
                });
            }
            assertThat(busy.underWay()).isZero();
            assertThat(busy.calls() + events.total(PolicyEvent.CIRCUIT_OPEN)).isEqualTo(rounds * AtOnce.THREADS);
            // Nothing is stuck: it can be probed, and closes.
            timing.pass(WAIT.multipliedBy(Breaker.LONGEST));
            Asker.of(asked);
            busy.next().orElseThrow().answer();
            assertThat(breaker.state()).isEqualTo(State.CLOSED);
        }
    }
}
