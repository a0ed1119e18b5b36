package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedKeyTest {

    private static final String URL = "https://news.example/?apiKey=geheim";

    private static String key(String url, Map<String, String> headers, Map<String, String> parameters) {
        return new SharedKey("wire", url, headers).apply(new Question(parameters));
    }

    @Test
    void isTheNameOfTheSourceAndAHash() {
        assertThat(key(URL, Map.of("X-Api-Key", "geheim"), Map.of())).matches("wire:[0-9a-f]{32}");
    }

    @Test
    void isTheSameForTheSameRequest() {
        assertThat(key(URL, Map.of("Accept", "a", "X-Api-Key", "k"), Map.of("q", "1", "r", "2")))
                .isEqualTo(key(URL, Map.of("x-api-key", "k", "accept", "a"), Map.of("r", "2", "q", "1")));
    }

    @Test
    void isAnotherForAnyOtherRequest() {
        assertThat(new String[] {
                    key(URL, Map.of(), Map.of()),
                    key(URL + "&q=1", Map.of(), Map.of()),
                    key(URL, Map.of("a", "b"), Map.of()),
                    key(URL, Map.of("a", "c"), Map.of()),
                    key(URL, Map.of("a", "bc"), Map.of()),
                    key(URL, Map.of("ab", "c"), Map.of()),
                    key(URL, Map.of(), Map.of("a", "b")),
                    key(URL, Map.of("a", "b"), Map.of("a", "b")),
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void staysTheSameHoweverOftenItIsAsked() {
        SharedKey keys = new SharedKey("wire", URL, Map.of());
        Question question = new Question(Map.of("q", "1"));

        assertThat(keys.apply(question)).isEqualTo(keys.apply(question)).isNotEqualTo(keys.apply(Question.NONE));
    }
}
