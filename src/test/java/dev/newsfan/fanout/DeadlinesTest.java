package dev.newsfan.fanout;

import static dev.newsfan.fanout.ModeContract.LONG;
import static dev.newsfan.fanout.ModeContract.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {

    private final TestThreads threads = new TestThreads();

    @AfterEach
    void stopTheThreads() {
        threads.close();
    }

    private static FanOut<String> fanOut(Call<String> call) {
        return new FanOut<>(List.of(call), Budget.startingNow(LONG));
    }

    @Nested
    class OfATimerAndAnExecutor {

        private final CompletableFuture<Thread> ran = new CompletableFuture<>();
        private final AtomicInteger runs = new AtomicInteger();

        private void task() {
            runs.incrementAndGet();
            ran.complete(Thread.currentThread());
        }

        private Thread thread() {
            return ran.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Test
        void theTaskRunsOnTheExecutor() {
            threads.deadlines.schedule(SHORT, this::task);

            assertThat(thread().getName()).isEqualTo("executor");
        }

        @Test
        void ifTheExecutorRefusesItRunsOnAVirtualThread() {
            threads.executor.shutdown();

            threads.deadlines.schedule(SHORT, this::task);

            assertThat(thread().isVirtual()).isTrue();
        }

        @Test
        void aTaskThatIsTakenBackNeverRuns() {
            Runnable takeBack = threads.deadlines.schedule(LONG, this::task);

            takeBack.run();
            takeBack.run();

            assertThat(threads.timer.getQueue()).isEmpty();
            assertThat(runs).hasValue(0);
        }

        @Test
        void toTakeItBackAfterItRanHasNoEffect() {
            Runnable takeBack = threads.deadlines.schedule(SHORT, this::task);
            thread();

            takeBack.run();

            assertThat(runs).hasValue(1);
        }

        @Test
        void aTimeBeyondAllClocksIsNoTimeAtAll() {
            threads.deadlines.schedule(Duration.ofSeconds(Long.MAX_VALUE), this::task);

            assertThat(threads.timer.getQueue()).hasSize(1);
        }
    }

    @Nested
    class OfACall {

        @ParameterizedTest
        @EnumSource
        void nothingOfTheUsersRunsOnTheTimer(Mode mode) {
            List<String> names = new CopyOnWriteArrayList<>();
            Runnable look = () -> names.add(Thread.currentThread().getName());
            Call<String> silent = new Call<>("silent", SHORT, () -> {
                look.run();
                return Uni.createFrom().<String>nothing().onCancellation().invoke(look);
            });
            FanOut<String> watched = new FanOut<>(List.of(silent), Budget.startingNow(LONG), _ -> look.run());

            threads.modes.ask(mode, watched).invoke(look).await().atMost(LONG);

            assertThat(names).hasSize(5).contains("executor").doesNotContain("timer");
        }

        @ParameterizedTest
        @EnumSource
        void coversAUniThatNeverCallsBack(Mode mode) {
            CompletableFuture<UniSubscriber<? super String>> forgotten = new CompletableFuture<>();
            Uni<String> forgetful = new AbstractUni<>() {
                @Override
                public void subscribe(UniSubscriber<? super String> subscriber) {
                    forgotten.complete(subscriber);
                }
            };

            var replies = threads.ask(mode, fanOut(new Call<>("one", SHORT, () -> forgetful)))
                    .replies();

            assertThat(replies.getFirst().outcome()).isEqualTo(new Outcome.Timeout<>(SHORT, false));
            AtomicInteger cancelled = new AtomicInteger();
            forgotten.join().onSubscribe(cancelled::incrementAndGet);
            assertThat(cancelled).as("cancelled when it calls back at last").hasValue(1);
        }

        @ParameterizedTest
        @EnumSource
        void isSetBeforeTheCallIsMade(Mode mode) {
            List<String> log = new CopyOnWriteArrayList<>();
            Deadlines logging = (after, task) -> {
                log.add("set");
                return () -> log.add("taken back");
            };
            Call<String> call = new Call<>("one", LONG, () -> {
                log.add("asked");
                return Uni.createFrom().item("news");
            });

            new Modes(logging, threads.workers, threads.virtualThreads)
                    .ask(mode, fanOut(call))
                    .await()
                    .atMost(LONG);

            assertThat(log).containsExactly("set", "asked", "taken back");
        }

        @ParameterizedTest
        @EnumSource
        void isTakenBackWithTheAnswer(Mode mode) {
            Upstream prompt = new Upstream();
            Asked asked = threads.ask(mode, fanOut(prompt.call("prompt", LONG)));
            prompt.awaitAsked();
            assertThat(threads.timer.getQueue()).hasSize(1);

            prompt.answer("news");

            asked.replies();
            assertThat(threads.timer.getQueue()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void isTakenBackWhenTheClientLeaves(Mode mode) {
            Upstream silent = new Upstream();
            Asked asked = threads.ask(mode, fanOut(silent.call("silent", LONG)));
            silent.awaitAsked();

            asked.leave().run();

            await().untilAsserted(() -> assertThat(threads.timer.getQueue()).isEmpty());
        }

        @ParameterizedTest
        @EnumSource
        void withoutOneNobodyIsAsked(Mode mode) {
            threads.timer.shutdown();
            Upstream upstream = new Upstream();

            var replies = threads.ask(mode, fanOut(upstream.call("one", LONG))).replies();

            assertThat(replies.getFirst().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failure.class,
                            failure -> assertThat(failure.cause()).isInstanceOf(RejectedExecutionException.class));
            assertThat(upstream.asked()).isZero();
        }
    }
}
