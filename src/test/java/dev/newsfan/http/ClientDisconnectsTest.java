package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientDisconnectsTest {

    static Stream<Throwable> ofCallers() {
        return Stream.of(
                new ClosedChannelException(),
                new HttpClosedException("Connection was closed"),
                new StreamResetException(8),
                new IOException("Broken pipe"),
                new SocketException("Connection reset"),
                new IllegalArgumentException("Stream no longer exists: 7"),
                Http2Exception.streamError(7, Http2Error.INTERNAL_ERROR, "Stream closed before write could take place"),
                new RuntimeException(new RuntimeException(new ClosedChannelException())));
    }

    @ParameterizedTest
    @MethodSource("ofCallers")
    void areNoMistakeOfOurs(Throwable failure) {
        assertThat(ClientDisconnects.isCauseOf(failure)).isTrue();
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new NullPointerException(),
                new IOException("No space left on device"),
                new IllegalArgumentException("Stream of what?"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("others")
    void areToldFromMistakes(Throwable failure) {
        assertThat(ClientDisconnects.isCauseOf(failure)).isFalse();
    }
}
