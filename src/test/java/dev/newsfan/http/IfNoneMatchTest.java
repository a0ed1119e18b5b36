package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

    private static boolean names(String line, String tag) {
        return new IfNoneMatch(List.of(line)).names(tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            W/"1"                | W/"1" | true
            "1"                  | W/"1" | true
            W/"1"                | "1"   | true
            W/"2"                | W/"1" | false
            "0", W/"1"           | W/"1" | true
            "0",W/"1"            | W/"1" | true
            "a,b" , , "1"        | W/"1" | true
            "1,2"                | W/"1" | false
            *                    | W/"1" | true
            "*"                  | W/"1" | false
            ""                   | W/""  | true
            W/"A"                | W/"a" | false
            """)
    void comparesWeakly(String line, String tag, boolean named) {
        assertThat(names(line, tag)).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "W/1", "\"1", "1\"", "w/\"1\"", "x\"1\"", "\"0\" \"0", "W/", "*, x"})
    void takesNoTagFromWhatIsNone(String line) {
        assertThat(names(line, "W/\"1\"")).isFalse();
    }

    @Test
    void readsEachLineThatWasSent() {
        assertThat(new IfNoneMatch(List.of("\"0\"", "W/\"1\"")).names("W/\"1\""))
                .isTrue();
        assertThat(new IfNoneMatch(List.of()).names("W/\"1\"")).isFalse();
    }

    @Test
    void readsTheLongestLineThatFitsInAHead() {
        assertThat(names("\"0\", ".repeat(1600) + "\"1\"", "\"1\"")).isTrue();
        assertThat(names("\"".repeat(8000), "\"1\"")).isFalse();
        assertThat(names(", ".repeat(4000), "\"1\"")).isFalse();
    }
}
