package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncModeTest extends AtOnceContract {

    @Override
    Asked ask(FanOut<String> fanOut) {
        CompletableFuture<List<Reply<String>>> future =
                threads.modes.async().ask(fanOut).subscribeAsCompletionStage();
        return new Asked(future, () -> future.cancel(true));
    }

    @Test
    void nothingIsAskedUntilSubscribedTo() {
        Upstream upstream = new Upstream();
        FanOut<String> fanOut =
                new FanOut<>(List.of(upstream.call("one", LONG)), Budget.startingNow(LONG), events::add);

        Uni<List<Reply<String>>> replies = threads.modes.async().ask(fanOut);
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
        Uni<List<Reply<String>>> replies =
                threads.modes.async().ask(new FanOut<>(List.of(call), Budget.startingNow(LONG)));

        assertThat(List.of(replies, replies))
                .extracting(uni -> uni.await().atMost(LONG).getFirst().outcome())
                .containsExactly(new Outcome.Ok<>("edition 1"), new Outcome.Ok<>("edition 2"));
    }

    @Test
    void aLaterSubscriptionGetsNoNewBudget() {
        Upstream silent = new Upstream();
        FanOut<String> fanOut = new FanOut<>(List.of(silent.call("silent", LONG)), Budget.startingNow(SCARCE));
        Uni<List<Reply<String>>> replies = threads.modes.async().ask(fanOut);

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

        assertThat(asked.replies()).extracting(Reply::thread).containsExactly("bringer", "executor");
    }

    @Test
    void aDeadlineThatIsNoLongerNeededIsTakenBack() {
        Upstream upstream = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(upstream.call("one", LONG)));
        assertThat(threads.timer.getQueue()).hasSize(1);

        upstream.answer("news");

        asked.replies();
        assertThat(threads.timer.getQueue()).isEmpty();
    }
}
