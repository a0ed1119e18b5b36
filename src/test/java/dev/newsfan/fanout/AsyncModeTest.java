package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncModeTest extends AtOnceContract {

    @Override
    Asked ask(FanOut<String> fanOut) {
        CompletableFuture<List<Reply<String>>> future =
                new AsyncMode(Deadlines.of(timer, Runnable::run)).ask(fanOut).subscribeAsCompletionStage();
        return new Asked(future, () -> future.cancel(true));
    }

    @Test
    void nothingIsAskedUntilSubscribedTo() {
        Upstream upstream = new Upstream();
        FanOut<String> fanOut =
                new FanOut<>(List.of(upstream.call("one", LONG)), Budget.startingNow(LONG), events::add);

        Uni<List<Reply<String>>> replies = new AsyncMode(Deadlines.of(timer, Runnable::run)).ask(fanOut);
        assertThat(upstream.asked()).isZero();
        assertThat(events).isEmpty();

        replies.subscribe().with(_ -> {});
        assertThat(upstream.asked()).isEqualTo(1);
    }

    @Test
    void eachSubscriptionAsksAnew() {
        AtomicInteger edition = new AtomicInteger();
        Call<String> call =
                new Call<>("one", LONG, () -> Uni.createFrom().item(() -> "edition " + edition.incrementAndGet()));
        Uni<List<Reply<String>>> replies = new AsyncMode(Deadlines.of(timer, Runnable::run))
                .ask(new FanOut<>(List.of(call), Budget.startingNow(LONG)));

        assertThat(List.of(replies, replies))
                .extracting(uni -> uni.await().atMost(LONG).getFirst().outcome())
                .containsExactly(new Outcome.Ok<>("edition 1"), new Outcome.Ok<>("edition 2"));
    }

    @Test
    void aLaterSubscriptionGetsNoNewBudget() {
        Upstream silent = new Upstream();
        FanOut<String> fanOut = new FanOut<>(List.of(silent.call("silent", LONG)), Budget.startingNow(SCARCE));
        Uni<List<Reply<String>>> replies = new AsyncMode(Deadlines.of(timer, Runnable::run)).ask(fanOut);

        assertThat(replies.await().atMost(LONG).getFirst().outcome()).isInstanceOf(Outcome.Timeout.class);
        assertThat(replies.await().atMost(LONG).getFirst().outcome()).isEqualTo(new Outcome.Skipped<>());
        assertThat(silent.asked()).isEqualTo(1);
    }

    @Test
    void noThreadWaits() {
        Upstream upstream = new Upstream();

        // Asks on this very thread, and is back before the answer.
        Asked asked = ask(Budget.startingNow(LONG), List.of(upstream.call("one", LONG)));

        assertThat(upstream.asked()).isEqualTo(1);
        assertThat(asked.future()).isNotDone();
        upstream.answer("news");
        assertThat(asked.future()).isCompleted();
    }

    @Test
    void anAnswerIsReceivedByTheThreadThatBringsIt() {
        Upstream prompt = new Upstream();
        Asked asked = ask(
                Budget.startingNow(LONG), List.of(prompt.call("prompt", LONG), new Upstream().call("silent", SHORT)));
        Thread.ofPlatform().name("bringer").start(() -> prompt.answer("news"));

        assertThat(asked.replies()).extracting(Reply::thread).containsExactly("bringer", "deadlines");
    }

    @Test
    void aDeadlineThatIsNoLongerNeededIsTakenBack() {
        var timers = new ScheduledThreadPoolExecutor(1);
        timers.setRemoveOnCancelPolicy(true);
        Upstream upstream = new Upstream();
        var replies = new AsyncMode(Deadlines.of(timers, Runnable::run))
                .ask(new FanOut<>(List.of(upstream.call("one", LONG)), Budget.startingNow(LONG)))
                .subscribeAsCompletionStage();
        assertThat(timers.getQueue()).hasSize(1);

        upstream.answer("news");

        replies.join();
        await().untilAsserted(() -> assertThat(timers.getQueue()).isEmpty());
        timers.shutdownNow();
    }
}
