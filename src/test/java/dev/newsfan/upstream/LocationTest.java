package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    private static final URI ASKED = URI.create("https://news.example/a/feed?key=secret");

    private static URI location(String header) {
        return Location.of(new UpstreamAnswer(302, Map.of("Location", header)::get, new byte[0]), ASKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                https://other.example/feed   | https://other.example/feed
                HTTPS://Other.Example:444/x  | HTTPS://Other.Example:444/x
                //other.example/feed         | https://other.example/feed
                /feed/                       | https://news.example/feed/
                b                            | https://news.example/a/b
                ../b                         | https://news.example/b
                ?page=2                      | https://news.example/a/feed?page=2
                https://other.example        | https://other.example
                /feed#latest                 | https://news.example/feed
                /caf\u00c3\u00a9 au lait     | https://news.example/caf%C3%A9%20au%20lait
                """)
    void theseAreFollowed(String header, String url) {
        assertThat(location(header)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ftp://other.example/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://",
                "http:///feed",
                "http://user:password@other.example/",
                "http://other.example:0/",
                "http://other.example:70000/",
                "http://[::1"
            })
    void theseLeadNowhere(String header) {
        assertThatThrownBy(() -> location(header)).hasMessageContaining("not with an http or https URL");
    }

    @Test
    void oneThatIsTooLongLeadsNowhere() {
        assertThatThrownBy(() -> location("/" + "a".repeat(5000))).hasMessageContaining("status 302, a redirect");
    }

    @Test
    void oneThatIsMissingLeadsNowhere() {
        UpstreamAnswer answer = new UpstreamAnswer(301, name -> null, new byte[0]);

        assertThatThrownBy(() -> Location.of(answer, ASKED)).hasMessageContaining("status 301, a redirect");
    }

    @Test
    void nothingButThePlaceIsShown() {
        assertThat(Target.shown(URI.create("https://other.example:444/feed?key=secret#a")))
                .isEqualTo("https://other.example:444/feed");
    }
}
