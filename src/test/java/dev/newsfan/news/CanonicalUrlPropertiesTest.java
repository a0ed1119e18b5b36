package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
                        "a", "B", "ü", "ß", ".", "/", "?", "#", "&", "=", ":", "@", "[", "]", "%", "%2f", " ", "\\",
                        "\"", "+", ";", "80", "443", "utm_a", "gclid", "fbclid", "℀", "／", "。", "\u200b", "\ud83d",
                        "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .flatMap(rest -> Arbitraries.of("http://", "HTTPS://", "https://a.example/", "")
                        .map(start -> start + rest));
    }

    @Property(tries = 5000)
    void aCanonicalUrlIsItsOwnCanonicalForm(@ForAll("urls") String url) {
        CanonicalUrl.of(url)
                .ifPresent(canonical ->
                        assertThat(CanonicalUrl.of(canonical.value())).contains(canonical));
    }

    @Property(tries = 5000)
    void aCanonicalUrlIsOneThatJavaCanRead(@ForAll("urls") String url) {
        CanonicalUrl.of(url).map(CanonicalUrl::value).map(URI::create).ifPresent(uri -> {
            assertThat(uri.getScheme()).isIn("http", "https");
            assertThat(uri.getRawAuthority()).isNotEmpty();
            assertThat(uri.getRawPath()).startsWith("/");
            assertThat(uri.getRawFragment()).isNull();
        });
    }

    @Property
    void noTextIsTooStrangeToBeAskedAbout(@ForAll String text) {
        assertThat(CanonicalUrl.of(text)).isNotNull();
        assertThat(CanonicalUrl.of("https://" + text)).isNotNull();
    }
}
