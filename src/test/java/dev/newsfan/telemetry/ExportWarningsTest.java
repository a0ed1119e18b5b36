package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExportWarningsTest {

    private static final String SAID =
            "Failed to export . The request could not be executed. Full error message: Connection refused";

    private final AtomicLong clock = new AtomicLong(-5);
    private final ExportWarnings warnings = new ExportWarnings(clock::get);

    @Test
    void aCollectorThatIsAwayIsToldOnce() {
        assertThat(warnings.line(SAID))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("Traces don't reach their collector")
                        .endsWith(": Connection refused"));
        assertThat(warnings.line(SAID)).isEmpty();
    }

    @Test
    void andOnceMoreIfItStaysAway() {
        warnings.line(SAID);
        clock.addAndGet(ExportWarnings.PAUSE.toNanos() - 1);
        assertThat(warnings.line(SAID)).isEmpty();

        clock.incrementAndGet();
        assertThat(warnings.line("Something else"))
                .hasValueSatisfying(line -> assertThat(line).endsWith(": Something else"));
    }
}
