package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryClosedConnectionTest {

    private final AtomicInteger calls = new AtomicInteger();

    /** Fails as often as there are failures, and then answers. */
    private Uni<FetchResult> ask(Throwable... failures) {
        Ask client = question -> Uni.createFrom().deferred(() -> {
            int call = calls.getAndIncrement();
            return call < failures.length
                    ? Uni.createFrom().failure(FailureReason.explain(failures[call]))
                    : Uni.createFrom().item(FetchResult.NONE);
        });
        return Policies.around(client, List.of(new RetryClosedConnection())).ask(Question.NONE);
    }

    @Test
    void asksOnceMoreIfTheConnectionWasClosedBefore() {
        Uni<FetchResult> asked = ask(new IOException("wrapped", new ClosedChannelException()));

        assertThat(asked.await().indefinitely()).isEqualTo(FetchResult.NONE);
        assertThat(calls).hasValue(2);
    }

    @Test
    void doesNotAskAThirdTime() {
        Uni<FetchResult> asked = ask(new ClosedChannelException(), new ClosedChannelException());

        assertThatThrownBy(() -> asked.await().indefinitely()).hasRootCauseInstanceOf(ClosedChannelException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void doesNotAskAgainWhatTheSourceMayHaveSeen() {
        Uni<FetchResult> asked = ask(new IOException("Connection reset by peer"));

        assertThatThrownBy(() -> asked.await().indefinitely()).hasRootCauseMessage("Connection reset by peer");
        assertThat(calls).hasValue(1);
    }
}
