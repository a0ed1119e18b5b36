package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SourceTest {

    private final AtomicInteger calls = new AtomicInteger();

    /** Fails as often as there are failures, and then answers. */
    private Uni<String> call(Throwable... failures) {
        return Source.onceMoreIfClosedBefore(Uni.createFrom().deferred(() -> {
            int call = calls.getAndIncrement();
            return call < failures.length
                    ? Uni.createFrom().failure(failures[call])
                    : Uni.createFrom().item("answer");
        }));
    }

    @Test
    void aCallWhoseConnectionWasClosedBeforeIsMadeOnceMore() {
        assertThat(call(new IOException("wrapped", new ClosedChannelException()))
                        .await()
                        .indefinitely())
                .isEqualTo("answer");
        assertThat(calls).hasValue(2);
    }

    @Test
    void itIsNotMadeAThirdTime() {
        Uni<String> call = call(new ClosedChannelException(), new ClosedChannelException());

        assertThatThrownBy(() -> call.await().indefinitely()).hasRootCauseInstanceOf(ClosedChannelException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aCallThatTheSourceMayHaveSeenIsNotMadeAgain() {
        Uni<String> call = call(new IOException("Connection reset by peer"));

        assertThatThrownBy(() -> call.await().indefinitely()).hasMessageContaining("Connection reset by peer");
        assertThat(calls).hasValue(1);
    }
}
