package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryUnansweredTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Boolean> again = new CopyOnWriteArrayList<>();

    /** Fails as often as there are failures, and then answers. */
    private Uni<FetchResult> ask(Throwable... failures) {
        Ask client = question -> Uni.createFrom().deferred(() -> {
            int call = calls.getAndIncrement();
            again.add(question.again());
            return call < failures.length
                    ? Uni.createFrom().failure(FailureReason.explain(failures[call]))
                    : Uni.createFrom().item(FetchResult.NONE);
        });
        return Policies.around(client, List.of(new RetryUnanswered())).ask(Question.NONE);
    }

    @Test
    void asksOnceMoreOnANewConnection() {
        Uni<FetchResult> asked = ask(new IOException("wrapped", new UnansweredException(new ClosedChannelException())));

        assertThat(asked.await().indefinitely()).isEqualTo(FetchResult.NONE);
        assertThat(again).containsExactly(false, true);
    }

    @Test
    void doesNotAskAThirdTime() {
        Uni<FetchResult> asked = ask(
                new UnansweredException(new ClosedChannelException()),
                new UnansweredException(new ClosedChannelException()));

        assertThatThrownBy(() -> asked.await().indefinitely()).hasRootCauseInstanceOf(ClosedChannelException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void doesNotAskAgainOnceAnAnswerHasBegun() {
        Uni<FetchResult> asked = ask(new IOException("Connection reset by peer"));

        assertThatThrownBy(() -> asked.await().indefinitely()).hasRootCauseMessage("Connection reset by peer");
        assertThat(calls).hasValue(1);
    }
}
