package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://a.example,              https://a.example?b=1&c=2
            https://a.example/?,            https://a.example/?&b=1&c=2
            https://a.example/?a=%20+,      https://a.example/?a=%20+&b=1&c=2
            /path,                          /path?b=1&c=2
            """)
    void comeBehindThoseOfTheUrl(String url, String whole) {
        assertThat(QueryParameters.add(url, Map.of("c", "2", "b", "1"))).isEqualTo(whole);
    }

    @Test
    void areEncoded() {
        assertThat(QueryParameters.add("/", Map.of("a b", "c+d/e=f&g%h ü{x}#?")))
                .isEqualTo("/?a%20b=c%2Bd%2Fe%3Df%26g%25h%20%C3%BC%7Bx%7D%23%3F");
    }

    @Test
    void mayBeNone() {
        assertThat(QueryParameters.add("/a?b", Map.of())).isEqualTo("/a?b");
    }
}
