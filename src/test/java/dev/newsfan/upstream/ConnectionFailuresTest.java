package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFailuresTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new UnknownHostException("news.example"), "its host name is not known"),
                arguments(new ConnectException("refused: /10.0.0.1:80"), "it can't be connected to"),
                arguments(new NoRouteToHostException("10.0.0.1"), "it can't be connected to"),
                arguments(new SSLHandshakeException("PKIX"), "no secure connection"),
                arguments(new DecoderException(new SSLHandshakeException("PKIX")), "no secure connection"),
                arguments(new StreamResetException(2), "it broke off the connection"),
                arguments(new SocketException("Connection reset"), "it broke off the connection"),
                arguments(new DecoderException("bad chunk"), "not proper HTTP"),
                arguments(new IllegalArgumentException("invalid version format"), "not proper HTTP"),
                arguments(new HttpClosedException("closed"), "the connection ended before"),
                arguments(new IOException(), "the connection ended before"),
                arguments(new RuntimeException(), "the connection ended before"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsExplainedInWordsHoweverDeepItsCauseLies(Throwable failure, String words) {
        Throwable wrapped = new ProcessingException(new RuntimeException(failure));

        assertThat(ConnectionFailures.explain(failure))
                .hasMessageContaining(words)
                .hasCause(failure);
        assertThat(ConnectionFailures.explain(wrapped)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aReasonRepeatsNothingThatTheFailureSaid(Throwable failure, String words) {
        SourceException explained = ConnectionFailures.explain(failure);

        assertThat(explained.getMessage()).doesNotContain("example", "10.0.0.1", "PKIX", "bad chunk", "Exception");
    }

    @Test
    void aFailureThatAlreadyHasAReasonKeepsIt() {
        SourceException reason = new SourceException(FailureReason.empty(200));

        assertThat(ConnectionFailures.explain(reason)).isSameAs(reason);
        assertThat(ConnectionFailures.explain(new RuntimeException(new IOException(reason))))
                .isSameAs(reason);
    }

    @Test
    void aChainOfCausesThatBitesItsOwnTailIsExplainedToo() {
        RuntimeException tail = new RuntimeException();
        RuntimeException head = new RuntimeException(tail);
        tail.initCause(head);

        assertThat(ConnectionFailures.explain(head)).hasMessageContaining("the connection ended before");
    }

    @Test
    void aSourceExceptionCarriesNoStack() {
        assertThat(new SourceException(FailureReason.empty(200)).getStackTrace())
                .isEmpty();
    }
}
