package dev.newsfan.fanout;

import static dev.newsfan.fanout.ModeContract.LONG;
import static dev.newsfan.fanout.ModeContract.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code around a call that throws: it is reported, and no result depends on it. */
class DroppedExceptionsTest {

    private final TestThreads threads = new TestThreads();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        Infrastructure.setDroppedExceptionHandler(dropped::add);
    }

    @AfterEach
    void stop() {
        Infrastructure.resetDroppedExceptionHandler();
        threads.close();
    }

    private List<Reply<String>> replies(
            Mode mode, Duration timeout, Consumer<Progress<String>> listener, Supplier<Uni<String>> ask) {
        List<Call<String>> calls = List.of(
                new Call<>("one", timeout, ask),
                new Call<>("two", LONG, () -> Uni.createFrom().item("more news")));
        return threads.ask(mode, new FanOut<>(calls, Budget.startingNow(LONG), listener))
                .replies();
    }

    private static Consumer<Progress<String>> throwing(Class<?> event, Error error) {
        return progress -> {
            if (event.isInstance(progress)) {
                throw error;
            }
        };
    }

    @Nested
    class OfAListener {

        private final Error error = new StackOverflowError();

        @ParameterizedTest
        @EnumSource
        void asACallStarts(Mode mode) {
            var listener = throwing(Progress.Started.class, error);

            var replies = replies(mode, LONG, listener, () -> Uni.createFrom().item("news"));

            assertThat(replies)
                    .extracting(Reply::outcome)
                    .containsExactly(new Outcome.Ok<>("news"), new Outcome.Ok<>("more news"));
            assertThat(dropped).containsExactly(error, error);
        }

        @ParameterizedTest
        @EnumSource
        void asACallIsAnswered(Mode mode) {
            var listener = throwing(Progress.Answered.class, error);

            var replies = replies(mode, LONG, listener, () -> Uni.createFrom().item("news"));

            assertThat(replies)
                    .extracting(Reply::outcome)
                    .containsExactly(new Outcome.Ok<>("news"), new Outcome.Ok<>("more news"));
            assertThat(dropped).containsExactly(error, error);
        }

        @ParameterizedTest
        @EnumSource
        void asACallFailsOrIsLate(Mode mode) {
            var listener = throwing(Progress.class, error);
            IOException cause = new IOException();

            var failed = replies(mode, LONG, listener, () -> Uni.createFrom().failure(cause));
            var late = replies(mode, SHORT, listener, () -> Uni.createFrom().nothing());

            assertThat(failed.getFirst().outcome()).isEqualTo(new Outcome.Failure<>(cause));
            assertThat(late.getFirst().outcome()).isEqualTo(new Outcome.Timeout<>(SHORT, false));
            assertThat(dropped).containsOnly(error).hasSize(8);
        }

        @ParameterizedTest
        @EnumSource
        void asACallIsSkipped(Mode mode) {
            List<Call<String>> calls =
                    List.of(new Call<>("one", LONG, () -> Uni.createFrom().item("news")));
            FanOut<String> fanOut =
                    new FanOut<>(calls, ModeContract.spentBudget(), throwing(Progress.Answered.class, error));

            assertThat(threads.ask(mode, fanOut).replies())
                    .extracting(Reply::outcome)
                    .containsExactly(new Outcome.Skipped<>());
            assertThat(dropped).containsExactly(error);
        }
    }

    @Nested
    class OfOthers {

        private final IllegalStateException broken = new IllegalStateException("broken");

        @ParameterizedTest
        @EnumSource
        void aCallThatCantBeCancelledIsLateAllTheSame(Mode mode) {
            Supplier<Uni<String>> silent = () -> Uni.createFrom()
                    .emitter(asker -> asker.onTermination(() -> {
                        throw broken;
                    }));

            assertThat(replies(mode, SHORT, _ -> {}, silent).getFirst().outcome())
                    .isEqualTo(new Outcome.Timeout<>(SHORT, false));
            assertThat(dropped).containsExactly(broken);
        }

        @ParameterizedTest
        @EnumSource
        void aDeadlineThatCantBeTakenBackIsForgotten(Mode mode) {
            Deadlines deadlines = (after, task) -> () -> {
                throw broken;
            };
            FanOut<String> fanOut = new FanOut<>(
                    List.of(new Call<>("one", LONG, () -> Uni.createFrom().item("news"))), Budget.startingNow(LONG));

            var replies = new Modes(deadlines, threads.workers, threads.virtualThreads)
                    .ask(mode, fanOut)
                    .await()
                    .atMost(LONG);

            assertThat(replies).extracting(Reply::outcome).containsExactly(new Outcome.Ok<>("news"));
            assertThat(dropped).containsExactly(broken);
        }

        @ParameterizedTest
        @EnumSource
        void aFailureAfterTheDeadlineIsNobodys(Mode mode) {
            Upstream late = new Upstream();
            replies(mode, SHORT, _ -> {}, late);

            late.fail(broken);

            assertThat(dropped).isEmpty();
        }

        /** The handler itself is broken, which stands for whatever a mode doesn't expect. */
        @Test
        void aBugSurfacesWithItsCause() {
            Infrastructure.setDroppedExceptionHandler(_ -> {
                throw broken;
            });
            FanOut<String> fanOut = new FanOut<>(
                    List.of(new Call<>("one", LONG, () -> Uni.createFrom().item("news"))),
                    Budget.startingNow(LONG),
                    throwing(Progress.Answered.class, new AssertionError()));

            assertThat(Asked.on(
                                    Thread.ofVirtual(),
                                    token -> threads.modes.virtual().ask(fanOut, token))
                            .failure())
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(broken);
        }
    }
}
