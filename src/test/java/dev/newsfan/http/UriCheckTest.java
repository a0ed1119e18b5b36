package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/async-news?q=a%20b&sources=x", "/?", "/%C3%A9?%C3%A9=1", "/a?b=c?d", "*"})
    void letsPassWhatIsAUri(String address) {
        assertThat(UriCheck.wrongWith(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/news?q=%zz, q, %zz",
        "/news?a=1&q=x%2, q, %2",
        "/news?q=%, q, %",
        "/news?q=a|b, q, |b",
        "'/news?q=a b&c=d', q, ' b&'",
        "/news?q={x}&c=d, q, {x}"
    })
    void namesTheParameterAndWhatIsWrong(String address, String parameter, String wrong) {
        Problem problem = UriCheck.wrongWith(address).orElseThrow();

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.extensions()).containsEntry("parameter", parameter);
        assertThat(problem.detail())
                .startsWith("The parameter \"" + parameter + "\" can't be read at \"" + wrong + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/a|b", "/a b", "/?%zz", "/?%zz=1", "/ne\u0007ws"})
    void blamesThePathOtherwise(String address) {
        Problem problem = UriCheck.wrongWith(address).orElseThrow();

        assertThat(problem.detail()).startsWith("The path");
        assertThat(problem.extensions()).isEmpty();
    }

    @Test
    void echoesNoMoreThanAFewCharactersInOneLine() {
        Problem problem = UriCheck.wrongWith("/?" + "q".repeat(1000) + "=\n" + "x".repeat(1000))
                .orElseThrow();

        assertThat(problem.detail()).hasSizeLessThan(300).doesNotContain("\n");
    }
}
