package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class VirtualModeTest extends AtOnceContract {

    private final AtomicReference<Thread> asker = new AtomicReference<>();

    @Override
    Asked ask(FanOut<String> fanOut) {
        return Asked.on(Thread.ofVirtual(), token -> {
            asker.set(Thread.currentThread());
            return threads.modes.virtual().ask(fanOut, token);
        });
    }

    @Test
    void eachCallStartsAndWaitsOnANamedVirtualThreadOfItsOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Call<String> call = new Call<>("any", LONG, () -> {
            threads.add(Thread.currentThread());
            return Uni.createFrom().item("news");
        });

        List<Reply<String>> replies =
                ask(Budget.startingNow(LONG), List.of(call, call, call)).replies();

        assertThat(threads).hasSize(3).allMatch(Thread::isVirtual).doesNotContain(asker.get());
        assertThat(replies)
                .extracting(Reply::thread)
                .containsExactlyInAnyOrderElementsOf(
                        threads.stream().map(Thread::getName).toList())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("virtual-" + asker.get().threadId() + "-[012]"));
    }

    @Test
    void anAnswerIsReceivedByTheThreadThatWaitedForIt() {
        Upstream upstream = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(upstream.call("one", LONG)));
        upstream.answer("news, from the test's thread");

        assertThat(asked.replies().getFirst().thread()).startsWith("virtual-");
    }

    @Test
    void ifTheClientHasLeftBeforeTheStartNothingStarts() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        Upstream upstream = new Upstream();
        FanOut<String> fanOut = new FanOut<>(
                List.of(upstream.call("one", LONG), upstream.call("two", LONG)), Budget.startingNow(LONG), events::add);

        assertThatThrownBy(() -> threads.modes.virtual().ask(fanOut, token)).isInstanceOf(CancellationException.class);
        assertThat(upstream.asked()).isZero();
        assertThat(events).isEmpty();
    }

    @Test
    void anInterruptCancelsAllCallsUnderWay() {
        Upstream one = new Upstream();
        Upstream two = new Upstream();
        Asked asked = ask(Budget.startingNow(LONG), List.of(one.call("one", LONG), two.call("two", LONG)));
        one.awaitAsked();
        two.awaitAsked();

        asker.get().interrupt();

        assertThat(asked.failure()).isInstanceOf(InterruptedException.class);
        await().untilAsserted(() ->
                assertThat(List.of(one.cancelled(), two.cancelled())).containsExactly(1, 1));
    }

    @RepeatedTest(100)
    void leavingAtAnyMomentEndsIt() {
        Asked asked = ask(
                Budget.startingNow(LONG), List.of(new Upstream().call("one", LONG), new Upstream().call("two", LONG)));

        asked.leave().run();

        assertThat(asked.failure()).isInstanceOf(CancellationException.class);
    }
}
