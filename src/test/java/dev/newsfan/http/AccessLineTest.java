package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.timeline.Fact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLineTest {

    @Test
    void hasADashForWhatIsNotKnown() {
        AccessLine line = new AccessLine().with("trace_id", "4bf9").with("status", 404);

        assertThat(line)
                .hasToString("trace_id=4bf9 method=- path=- mode=- status=404 seconds=- bytes=- ok=- timeout=- error=- "
                        + "skipped=- stale=- gone=-")
                .containsExactly(Map.entry("trace_id", "4bf9"), Map.entry("status", 404));
    }

    @Test
    void countsNoneWhereNobodyToldOfAny() {
        AccessLine line = new AccessLine().counts(Map.of(Fact.OK, 2L, Fact.STALE, 1L));

        assertThat(line.toString()).contains(" ok=2 timeout=0 error=0 skipped=0 stale=1 ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '/a b',      /a%20b
            '/a\nb=c',   /a%0Ab=c
            /\u001b[31m, /%1B[31m
            /é,          /%C3%A9
            /%0A,        /%0A
            """)
    void isOneLineWhateverIsAsked(String path, String shown) {
        assertThat(AccessLine.escaped(path)).isEqualTo(shown);
    }

    @Test
    void cutsAPathThatIsLong() {
        assertThat(AccessLine.escaped("/é".repeat(4000))).hasSizeLessThan(520).endsWith("...");
    }
}
