package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What Mutiny drops comes to us, and not to the handler that Quarkus has for it. */
@QuarkusTest
class DroppedFailuresHandlerTest {

    @Test
    void hearsOfWhatNobodyWaitsForAndFillsNoLog() {
        try (LogLines lines = LogLines.ofWarnings()) {
            Infrastructure.handleDroppedException(new IOException("expected by a test"));
            assertThat(lines.lines()).isEmpty();

            for (int times = 0; times < 1000; times++) {
                Infrastructure.handleDroppedException(new UnsupportedOperationException("expected by a test"));
            }
            assertThat(lines.lines()).singleElement().asString().contains("nobody waited for it any more");
        }
    }
}
