package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalUrlPropertiesTest {

    /** URLs with everything that has a meaning in one, in places where it belongs and where it doesn't. */
    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.of(
                        "a",
                        "B",
                        "ü",
                        "ß",
                        "amp",
                        "amp.",
                        "/amp/",
                        ".amp",
                        "s/",
                        "url=",
                        "q=",
                        "http://",
                        "RU=",
                        "%2F",
                        "%3A",
                        "partner=rss",
                        ".",
                        "/",
                        "?",
                        "#",
                        "&",
                        "=",
                        ":",
                        "@",
                        "[",
                        "]",
                        "%",
                        "%2f",
                        " ",
                        "\\",
                        "\"",
                        "+",
                        ";",
                        "80",
                        "443",
                        "utm_a",
                        "gclid",
                        "fbclid",
                        "℀",
                        "／",
                        "。",
                        "\u200b",
                        "\ud83d",
                        "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .flatMap(rest -> Arbitraries.of(
                                "http://",
                                "HTTPS://",
                                "https://a.example/",
                                "https://www.google.com/url?q=https://",
                                "https://www.google.com/url/amp?q=http%3A//a.example",
                                "https://www.google.com/amp/s/",
                                "https://a.cdn.ampproject.org/c/s/a.example/",
                                "https://r.search.yahoo.com/RU=https://",
                                "")
                        .map(start -> start + rest));
    }

    @Property(tries = 2000)
    void aCanonicalUrlIsItsOwnCanonicalForm(@ForAll("urls") String url) {
        CanonicalUrl.of(url)
                .ifPresent(canonical ->
                        assertThat(CanonicalUrl.of(canonical.value())).contains(canonical));
    }

    @Property(tries = 2000)
    void aCanonicalUrlIsOneThatJavaCanRead(@ForAll("urls") String url) {
        CanonicalUrl.of(url).map(CanonicalUrl::value).map(URI::create).ifPresent(uri -> {
            assertThat(uri.getScheme()).isIn("http", "https");
            assertThat(uri.getRawAuthority()).isNotEmpty();
            assertThat(uri.getRawPath()).startsWith("/");
            assertThat(uri.getRawFragment()).isNull();
        });
    }

    @Property(tries = 2000)
    void whatIsNotParsedIsWhatParsingWouldGive(@ForAll("urls") String url) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(CanonicalUrl.parse(url));
    }

    @Property(tries = 20)
    void aVeryLongUrlIsReadInATimeLinearInItsLength(@ForAll("repeated") String repeated) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> CanonicalUrl.of("https://www.google.com/" + repeated.repeat(50_000)));
    }

    @Provide
    Arbitrary<String> repeated() {
        return Arbitraries.of(
                "/amp",
                "amp/",
                ".amp",
                "url?q=https://www.google.com/",
                "?q=",
                "&q=",
                "RU=/",
                "utm_a&",
                "%25",
                "a.",
                "amp/s/www.google.com/");
    }

    @Property
    void noTextIsTooStrangeToBeAskedAbout(@ForAll String text) {
        assertThat(CanonicalUrl.of(text)).isNotNull();
        assertThat(CanonicalUrl.of("https://" + text)).isNotNull();
    }
}
