package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedEntryTest {

    private static Article at(String url) {
        return new Article("Title", url, Optional.empty(), "", "wire");
    }

    @Test
    void aStoryKeepsItsIdHoweverItsUrlIsSpelt() {
        assertThat(FeedEntry.id(at("https://a.example/1")))
                // uuid5(NAMESPACE_URL, 'https://a.example/1'), by another hand
                .isEqualTo("urn:uuid:5d8fd54e-2827-5e39-a337-33e0db7891ec")
                .isEqualTo(FeedEntry.id(at("HTTPS://A.example:443/1?utm_source=x#top")))
                .isNotEqualTo(FeedEntry.id(at("https://a.example/2")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/ü?q=1&r=2#part,      https://a.example/ü?q=1&r=2#part",
        "https://a.example/a b,                 https://a.example/a%20b",
        "https://a.example/%zz%20%,             https://a.example/%25zz%20%25",
        "http://[::1]:8080/a[1]?b[]=c#d[e]#f,   http://[::1]:8080/a%5B1%5D?b%5B%5D=c#d%5Be%5D%23f",
    })
    void aLinkIsOneToTheLetter(String url, String link) {
        assertThat(FeedEntry.link(at(url))).isEqualTo(link);
        assertThat(URI.create(link).isAbsolute()).isTrue();
    }

    @Test
    void aLinkHoldsNothingThatBrowsersMerelyForgive() {
        assertThat(FeedEntry.link(at("https://a.example/\"<>\\^`{|}")))
                .isEqualTo("https://a.example/%22%3C%3E%5C%5E%60%7B%7C%7D");
    }

    @Test
    void aFragmentMayHoldAnythingAndStillMakesALink() {
        assertThat(FeedEntry.link(at("https://a.example/#a\u0007\n\ud83dz")))
                .isEqualTo("https://a.example/#a%07%0A%3Fz");
    }
}
