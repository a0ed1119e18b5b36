package dev.newsfan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsedArticleTest {

    @Test
    void withATitleAndAUrlItIsAnArticleInPlainTextOfItsSource() {
        Optional<Instant> date = Optional.of(Instant.parse("2026-11-20T04:32:00Z"));
        ParsedArticle parsed =
                new ParsedArticle(" Two\nlines ", " https://a.example/x?utm_source=feed\n", date, " Sum\tmary ");

        assertThat(parsed.toArticle("herald"))
                .contains(new Article("Two lines", "https://a.example/x?utm_source=feed", date, "Sum mary", "herald"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',         https://a.example/x
            ' ',        https://a.example/x
            \u00a0,     https://a.example/x
            \u0085,     https://a.example/x
            Title,      ''
            Title,      /x
            Title,      x
            Title,      ftp://a.example/x
            Title,      mailto:desk@a.example
            Title,      javascript:alert(1)
            Title,      tag:a.example,2026:1
            """)
    void withoutATitleOrAnHttpUrlItIsNoArticle(String title, String url) {
        assertThat(new ParsedArticle(title, url, Optional.empty(), "Summary").toArticle("herald"))
                .isEmpty();
    }
}
