package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {

    private final TestThreads threads = new TestThreads();
    private final List<Progress<String>> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopTheThreads() {
        threads.close();
    }

    private FanOut<String> fanOut(Upstream upstream) {
        return new FanOut<>(
                List.of(upstream.call("one", ModeContract.LONG)), Budget.startingNow(ModeContract.LONG), events::add);
    }

    @ParameterizedTest
    @ValueSource(classes = {SyncMode.class, AsyncMode.class, VirtualMode.class})
    void aModeFitsOnAPage(Class<?> mode) throws IOException {
        Path source = Path.of("src/main/java", mode.getName().replace('.', '/') + ".java");

        assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"SYNC, sync", "ASYNC, async", "VIRTUAL, virtual"})
    void aModeHasAWordForReportsAndUrls(Mode mode, String word) {
        assertThat(mode.word()).isEqualTo(word);
    }

    @Nested
    class ByName {

        @ParameterizedTest
        @CsvSource({"SYNC, worker, worker", "ASYNC, main, bringer", "VIRTUAL, virtual-, virtual-"})
        void aModeAsksAndWaitsOnItsOwnThreads(Mode mode, String asking, String waiting) {
            Upstream upstream = new Upstream();

            Asked asked = threads.ask(mode, fanOut(upstream));
            Thread.ofPlatform().name("bringer").start(() -> upstream.answer("news"));

            assertThat(asked.replies().getFirst().thread()).startsWith(waiting);
            assertThat(((Progress.Started<String>) events.getFirst()).thread()).startsWith(asking);
        }

        @ParameterizedTest
        @EnumSource
        void theSubscriberNeverWaits(Mode mode) {
            Upstream upstream = new Upstream();

            Asked asked = threads.ask(mode, fanOut(upstream));

            assertThat(asked.future()).isNotDone();
            upstream.answer("news");
            assertThat(asked.replies()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource
        void nothingIsAskedUntilSubscribedTo(Mode mode) {
            Upstream upstream = new Upstream();

            var replies = threads.modes.ask(mode, fanOut(upstream));
            assertThat(events).isEmpty();

            replies.subscribe().with(_ -> {});
            upstream.awaitAsked();
        }

        @ParameterizedTest
        @EnumSource(names = {"SYNC", "VIRTUAL"})
        void anExecutorThatRefusesIsAFailure(Mode mode) {
            threads.workers.shutdown();
            threads.virtualThreads.shutdown();

            assertThat(threads.ask(mode, fanOut(new Upstream())).failure())
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Nested
    class WhenEverybodyHasGone {

        private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
        private final AtomicInteger ended = new AtomicInteger();
        private final Modes modes = new Modes(
                threads.deadlines,
                task -> threads.workers.execute(() -> runToTheEnd(task)),
                task -> threads.virtualThreads.execute(() -> runToTheEnd(task)));

        private void runToTheEnd(Runnable task) {
            task.run();
            ended.incrementAndGet();
        }

        @AfterEach
        void dropNothingHereAnyMore() {
            Infrastructure.resetDroppedExceptionHandler();
        }

        @ParameterizedTest
        @EnumSource(names = {"SYNC", "VIRTUAL"})
        void theCancellationIsNobodysFailure(Mode mode) {
            Infrastructure.setDroppedExceptionHandler(dropped::add);
            Upstream upstream = new Upstream();
            var asking = modes.ask(mode, fanOut(upstream)).subscribe().with(_ -> {});
            upstream.awaitAsked();

            asking.cancel();

            await().untilAsserted(() -> assertThat(ended).hasValue(1));
            assertThat(upstream.cancelled()).isEqualTo(1);
            assertThat(dropped).isEmpty();
        }
    }

    @Nested
    class Sync extends ModeContract {
        @Override
        Asked ask(FanOut<String> fanOut) {
            return threads.ask(Mode.SYNC, fanOut);
        }
    }

    @Nested
    class Async extends AtOnceContract {
        @Override
        Asked ask(FanOut<String> fanOut) {
            return threads.ask(Mode.ASYNC, fanOut);
        }
    }

    @Nested
    class Virtual extends AtOnceContract {
        @Override
        Asked ask(FanOut<String> fanOut) {
            return threads.ask(Mode.VIRTUAL, fanOut);
        }
    }
}
