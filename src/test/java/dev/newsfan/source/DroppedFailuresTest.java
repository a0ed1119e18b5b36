package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.LogLines;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import java.net.ConnectException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DroppedFailuresTest {

    private final DroppedFailures dropped = new DroppedFailures();

    static Stream<Throwable> failuresOfASource() {
        return Stream.of(
                new SourceException(FailureReason.status(503)),
                new ConnectException("refused"),
                new IllegalStateException(new ConnectException("refused")),
                new CancellationException());
    }

    @ParameterizedTest
    @MethodSource("failuresOfASource")
    void saysNothingOfASourceThatFailed(Throwable failure) {
        try (LogLines lines = LogLines.ofWarnings()) {
            dropped.drop(failure);

            assertThat(lines.lines()).isEmpty();
        }
    }

    @Test
    void tellsOfAMistake() {
        try (LogLines lines = LogLines.ofWarnings()) {
            dropped.drop(new IllegalStateException("a mistake"));

            assertThat(lines.lines()).singleElement().asString().endsWith("IllegalStateException: a mistake");
        }
    }
}
