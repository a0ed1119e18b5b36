package dev.newsfan.fanout;

import static dev.newsfan.fanout.ModeContract.LONG;
import static dev.newsfan.fanout.ModeContract.SCARCE;
import static dev.newsfan.fanout.ModeContract.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of blocking code, which are the same in every mode. */
class BlockingCallTest {

    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    private final TestThreads threads = new TestThreads();

    @BeforeEach
    void nobodyIsAbandonedYet() {
        awaitNobodyAbandoned();
    }

    private static void awaitNobodyAbandoned() {
        await().pollDelay(Duration.ZERO).until(() -> Call.abandoned() == 0);
    }

    @AfterEach
    void stopTheThreads() {
        threads.close();
    }

    private Asked ask(Mode mode, Call<String> call) {
        return threads.ask(mode, new FanOut<>(List.of(call), Budget.startingNow(LONG)));
    }

    private Reply<String> reply(Mode mode, Call<String> call) {
        return ask(mode, call).replies().getFirst();
    }

    private Outcome<String> outcome(Mode mode, Callable<String> code) {
        return reply(mode, Call.blocking("one", LONG, code)).outcome();
    }

    @Nested
    class InTime {

        @ParameterizedTest
        @EnumSource
        void whatItReturnsIsOk(Mode mode) {
            assertThat(outcome(mode, () -> "news")).isEqualTo(new Outcome.Ok<>("news"));
        }

        @ParameterizedTest
        @EnumSource
        void nullIsOkToo(Mode mode) {
            assertThat(outcome(mode, () -> null)).isEqualTo(new Outcome.Ok<>(null));
        }

        @ParameterizedTest
        @EnumSource
        void anExceptionIsTheCauseOfAFailure(Mode mode) {
            IOException cause = new IOException("line cut");

            assertThat(outcome(mode, () -> {
                        throw cause;
                    }))
                    .isEqualTo(new Outcome.Failure<>(cause));
        }

        @ParameterizedTest
        @EnumSource
        void soIsAnError(Mode mode) {
            assertThat(outcome(mode, this::endless))
                    .isInstanceOfSatisfying(
                            Outcome.Failure.class,
                            failure -> assertThat(failure.cause()).isInstanceOf(StackOverflowError.class));
        }

        private String endless() {
            return endless() + ".";
        }

        @ParameterizedTest
        @EnumSource
        void itHasAVirtualThreadNamedAfterIt(Mode mode) {
            AtomicReference<Thread> thread = new AtomicReference<>();

            reply(mode, Call.blocking("prices", LONG, () -> {
                thread.set(Thread.currentThread());
                return "news";
            }));

            assertThat(thread.get().isVirtual()).isTrue();
            assertThat(thread.get().getName()).isEqualTo("call-prices");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASYNC", "VIRTUAL"})
        void severalRunAtOnce(Mode mode) throws InterruptedException {
            List<BlockingUpstream> upstreams =
                    List.of(BlockingUpstream.obedient(), BlockingUpstream.obedient(), BlockingUpstream.obedient());
            List<Call<String>> calls = upstreams.stream()
                    .map(upstream -> upstream.call("any", LONG))
                    .toList();

            Asked asked = threads.ask(mode, new FanOut<>(calls, Budget.startingNow(LONG)));
            for (BlockingUpstream upstream : upstreams) {
                upstream.awaitAsked();
            }
            upstreams.reversed().forEach(BlockingUpstream::answer);

            assertThat(asked.replies()).extracting(Reply::outcome).containsOnly(new Outcome.Ok<>("news"));
        }

        @Test
        void eachSubscriptionRunsItAnew() {
            AtomicInteger edition = new AtomicInteger();
            Call<Integer> call = Call.blocking("one", LONG, edition::incrementAndGet);

            assertThat(List.of(call.ask().get(), call.ask().get()))
                    .extracting(uni -> uni.await().atMost(LONG))
                    .containsExactly(1, 2);
        }
    }

    @Nested
    class Late {

        @ParameterizedTest
        @EnumSource
        void itIsInterruptedAtItsTimeout(Mode mode) {
            Call<String> slow = Call.blocking("slow", SHORT, () -> {
                Thread.sleep(FOUR_SECONDS);
                return "yesterday's news";
            });

            Reply<String> reply = reply(mode, slow);

            assertThat(reply.outcome()).isEqualTo(new Outcome.Timeout<>(SHORT, false));
            assertThat(reply.elapsed()).isGreaterThanOrEqualTo(SHORT).isLessThan(FOUR_SECONDS.dividedBy(2));
            await().atMost(FOUR_SECONDS.dividedBy(2)).until(() -> Call.abandoned() == 0);
        }

        @ParameterizedTest
        @EnumSource
        void itIsInterruptedAtTheEndOfTheBudget(Mode mode) throws InterruptedException {
            BlockingUpstream silent = BlockingUpstream.obedient();
            FanOut<String> fanOut = new FanOut<>(List.of(silent.call("silent", LONG)), Budget.startingNow(SCARCE));

            Outcome<String> outcome =
                    threads.ask(mode, fanOut).replies().getFirst().outcome();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Timeout.class,
                            timeout -> assertThat(timeout.budgetBound()).isTrue());
            silent.awaitInterrupted();
        }

        @ParameterizedTest
        @EnumSource
        void ifItIgnoresThatItIsAbandoned(Mode mode) throws InterruptedException {
            BlockingUpstream stubborn = BlockingUpstream.stubborn();

            assertThat(reply(mode, stubborn.call("stubborn", SHORT)).outcome()).isInstanceOf(Outcome.Timeout.class);
            assertThat(Call.abandoned()).isEqualTo(1);
            stubborn.awaitInterrupted();
            assertThat(Call.abandoned()).isEqualTo(1);

            stubborn.answer();
            awaitNobodyAbandoned();
        }

        /** So does the JDK when a virtual thread reads a file. */
        @ParameterizedTest
        @EnumSource
        void theOutcomeComesThoughToInterruptItTakesLong(Mode mode) {
            CountDownLatch closed = new CountDownLatch(1);

            Reply<String> reply = reply(mode, Call.blocking("file", SHORT, () -> new SlowToClose(closed).read()));

            assertThat(reply.outcome()).isInstanceOf(Outcome.Timeout.class);
            assertThat(Call.abandoned()).isEqualTo(1);
            closed.countDown();
            awaitNobodyAbandoned();
        }
    }

    /** An interrupt closes it, on the thread that interrupts; both the close and the read take until the latch opens. */
    private static final class SlowToClose extends AbstractInterruptibleChannel {

        private final CountDownLatch closed;

        SlowToClose(CountDownLatch closed) {
            this.closed = closed;
        }

        String read() throws IOException {
            begin();
            try {
                awaitClosed();
                return "news";
            } finally {
                end(true);
            }
        }

        @Override
        protected void implCloseChannel() {
            awaitClosed();
        }

        private void awaitClosed() {
            while (closed.getCount() > 0) {
                try {
                    closed.await();
                } catch (InterruptedException _) {
                    // Ignored, on purpose.
                }
            }
        }
    }

    @Nested
    class WhenTheClientLeaves {

        @ParameterizedTest
        @EnumSource
        void itIsInterrupted(Mode mode) throws InterruptedException {
            BlockingUpstream silent = BlockingUpstream.obedient();
            Asked asked = ask(mode, silent.call("silent", LONG));
            silent.awaitAsked();

            asked.leave().run();

            assertThat(asked.failure()).isInstanceOf(CancellationException.class);
            silent.awaitInterrupted();
            awaitNobodyAbandoned();
        }

        @ParameterizedTest
        @EnumSource
        void ifItIgnoresThatItIsAbandoned(Mode mode) throws InterruptedException {
            BlockingUpstream stubborn = BlockingUpstream.stubborn();
            Asked asked = ask(mode, stubborn.call("stubborn", LONG));
            stubborn.awaitAsked();

            asked.leave().run();
            stubborn.awaitInterrupted();

            assertThat(Call.abandoned()).isEqualTo(1);
            stubborn.answer();
            awaitNobodyAbandoned();
        }

        @Test
        void beforeItHasBegunItNeverDoes() {
            AtomicInteger begun = new AtomicInteger();
            Call<Integer> call = Call.blocking("one", LONG, begun::incrementAndGet);
            // The subscription is there before the code's thread is.
            call.ask()
                    .get()
                    .onSubscription()
                    .invoke(subscription -> subscription.cancel())
                    .subscribe()
                    .with(_ -> {});

            await().during(SHORT).untilAsserted(() -> assertThat(begun).hasValue(0));
            assertThat(Call.abandoned()).isZero();
        }
    }
}
