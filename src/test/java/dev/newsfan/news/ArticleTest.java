package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

    private static Article article(String title, String url, String summary) {
        return new Article(title, url, Optional.empty(), summary, "world-wire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anArticleWithoutATitleIsRefused(String title) {
        assertThatThrownBy(() -> article(title, "https://a.example/", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x", "ftp://a.example/x", "javascript:alert(1)"})
    void anArticleThatNobodyCanOpenIsRefused(String url) {
        assertThatThrownBy(() -> article("Title", url, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @Test
    void nothingIsNull() {
        assertThatThrownBy(() -> new Article("Title", "https://a.example/", null, "", "world-wire"))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Article("Title", "https://a.example/", Optional.empty(), null, "world-wire"))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Article("Title", "https://a.example/", Optional.empty(), "", null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void theUrlStaysAsTheSourceWroteIt() {
        assertThat(article("Title", "HTTPS://A.example:443?utm_source=x#top", "")
                        .url())
                .isEqualTo("HTTPS://A.example:443?utm_source=x#top");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Bees on the roof,   In town,            bees,   true
            Bees on the roof,   In town,            TOWN,   true
            Bees on the roof,   In town,            own,    true
            Bees on the roof,   In town,            the r,  true
            Bees on the roof,   In town,            roof in, false
            Bees on the roof,   In town,            wasps,  false
            Straße gesperrt,    '',                 STRASSE, true
            STRASSE GESPERRT,   '',                 straße, true
            ΟΔΟΣ ΚΛΕΙΣΤΗ,       '',                 οδος,   true
            Île-Brévanne votes, '',                 ÎLE,    true
            İstanbul,           '',                 i̇stanbul, true
            """)
    void anArticleMentionsAWordInTitleOrSummaryInCapitalsOrNot(
            String title, String summary, String word, boolean mentions) {
        assertThat(article(title, "https://a.example/", summary).mentions(word)).isEqualTo(mentions);
    }
}
