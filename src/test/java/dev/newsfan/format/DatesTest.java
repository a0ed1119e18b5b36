package dev.newsfan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-20T04:32:00Z,               2026-11-20T04:32:00Z
            2026-11-20t04:32:00z,               2026-11-20T04:32:00Z
            2026-11-20T04:32:00+01:00,          2026-11-20T03:32:00Z
            2026-11-20T04:32:00-08:00,          2026-11-20T12:32:00Z
            2026-11-20T04:32:00.123456789Z,     2026-11-20T04:32:00.123456789Z
            ' 2026-11-20T04:32:00Z\n',          2026-11-20T04:32:00Z
            2024-02-29T00:00:00Z,               2024-02-29T00:00:00Z
            """)
    void aDateOfRfc3339IsRead(String text, Instant instant) {
        assertThat(Dates.rfc3339(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-11-20",
                "2026-11-20T04:32:00",
                "2026-02-30T04:32:00Z",
                "2026-11-20T25:00:00Z",
                "1763612345",
                "Fri, 20 Nov 2026 04:32:00 GMT",
            })
    void anyOtherDateIsNone(String text) {
        assertThat(Dates.rfc3339(text)).isEmpty();
    }
}
