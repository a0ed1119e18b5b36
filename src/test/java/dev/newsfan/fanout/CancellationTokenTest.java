package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancellationTokenTest {

    static Throwable[] bugs() {
        // The last looks as if the client had left.
        return new Throwable[] {new IOException(), new StackOverflowError(), new CancellationException()};
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void anOutcomeThatFailsSurfacesWithItsCause(Throwable bug) {
        assertThatThrownBy(() -> new CancellationToken().await(Uni.createFrom().failure(bug)))
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .isInstanceOf(bug.getClass());
    }

    @Test
    void onceCancelledNobodyWaits() {
        CancellationToken token = new CancellationToken();

        token.cancel();

        assertThatThrownBy(() -> token.await(Uni.createFrom().nothing())).isInstanceOf(CancellationException.class);
    }
}
