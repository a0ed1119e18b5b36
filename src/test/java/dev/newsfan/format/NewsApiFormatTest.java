package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsApiFormatTest {

    private final Format format = Formats.newsApi();

    private List<ParsedArticle> decode(String json) {
        return decode(json, UTF_8);
    }

    private List<ParsedArticle> decode(String json, Charset charset) {
        return format.decode(answer(json.getBytes(charset), "application/json"));
    }

    private ParsedArticle only(String article) {
        List<ParsedArticle> articles = decode("{\"status\":\"ok\",\"articles\":[%s]}".formatted(article));
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    @Nested
    class AnArticle {

        @Test
        void hasTitleUrlDateAndSummary() {
            assertThat(only("""
                    {"title": "Title", "url": "https://a.example/1", "publishedAt": "2026-11-20T04:32:00Z",
                     "description": "Summary"}"""))
                    .isEqualTo(new ParsedArticle(
                            "Title",
                            "https://a.example/1",
                            Optional.of(Instant.parse("2026-11-20T04:32:00Z")),
                            "Summary"));
        }

        @Test
        void mayHaveFieldsThatNobodyKnows() {
            assertThat(only("""
                    {"source": {"id": null}, "author": ["x"], "title": "Title", "url": "https://a.example/1",
                     "content": {"deep": [1, 2]}, "rating": 5}""")).isEqualTo(new ParsedArticle("Title", "https://a.example/1", Optional.empty(), ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "null",
                    "7",
                    "[]",
                    "\"text\"",
                    "{\"title\": null, \"url\": null, \"publishedAt\": null, \"description\": null}",
                    "{\"title\": {\"text\": \"x\"}, \"url\": [\"https://a.example/1\"], \"publishedAt\": true}",
                })
        void isEmptyWhereItLacksSomethingAndHurtsNoOther(String article) {
            assertThat(only(article)).isEqualTo(new ParsedArticle("", "", Optional.empty(), ""));
        }

        @Test
        void mayHaveANumberForATitle() {
            assertThat(only("{\"title\": 1984}").title()).isEqualTo("1984");
        }

        @Test
        void mayHaveHtmlInItsDescriptionAndNotInItsTitle() {
            ParsedArticle article =
                    only("{\"title\": \"a < b & c\", \"description\": \"<p>Bakers &amp; <b>bees</b></p>\"}");

            assertThat(article.title()).isEqualTo("a < b & c");
            assertThat(article.summary()).isEqualTo("Bakers & bees");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                Bakers &amp; bees           -> Bakers & bees
                It&#39;s &lt;b&gt;          -> It's <b>
                AT&T                        -> AT&T
                """)
        void mayHaveAReferenceOfHtmlInItsTitle(String title, String text) {
            assertThat(only("{\"title\": \"%s\"}".formatted(title)).title()).isEqualTo(text);
        }

        @Test
        void isNoneIfItWasRemoved() {
            assertThat(only("{\"title\": \"[Removed]\", \"url\": \"https://removed.example\"}")
                            .toArticle("wire"))
                    .isEmpty();
        }

        @Test
        void hasNoDateIfNobodyCanReadIt() {
            assertThat(only("{\"title\": \"Title\", \"publishedAt\": \"yesterday\"}")
                            .publishedAt())
                    .isEmpty();
        }
    }

    @Nested
    class TheEncoding {

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
        void mayBeAnyOfUnicode(Charset charset) {
            assertThat(decode("{\"articles\": [{\"title\": \"Île – 新聞\"}]}", charset))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île – 新聞");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16BE"})
        void mayBeToldByAByteOrderMark(Charset charset) {
            assertThat(decode("\ufeff{\"articles\": [{\"title\": \"Île\"}]}", charset))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île");
        }

        @Test
        void mayBeNoUnicodeAtAll() {
            assertThat(decode("{\"articles\": [{\"title\": \"Île\"}]}", Charset.forName("windows-1252")))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île");
        }

        @Test
        void mustBeWhole() {
            byte[] body = "{\"articles\": []}".getBytes(UTF_16BE);

            assertThatThrownBy(() -> format.decode(answer(Arrays.copyOf(body, body.length - 1), null)))
                    .isInstanceOf(FormatException.class);
        }
    }

    @Nested
    class WhatIsRefused {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"status": "error", "code": "rateLimited", "message": "m"}  -> it answered with status "error" and code "rateLimited"
                {"status": "error", "code": "api_key-1"}                    -> it answered with status "error" and code "api_key-1"
                {"status": "error", "code": "<b>bold</b>"}                  -> it answered with status "error"
                {"status": "error", "code": "two words"}                    -> it answered with status "error"
                {"status": "error", "code": {"a": 1}}                       -> it answered with status "error"
                {"status": "error", "articles": []}                         -> it answered with status "error"
                """)
        void anErrorThatIsAdmittedIsToldWithItsCodeIfThatIsAWord(String json, String reason) {
            assertThatThrownBy(() -> decode(json))
                    .isInstanceOf(FormatException.class)
                    .hasMessage(reason);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"status": "ok"}                    -> it has no list "articles"
                {"articles": {}}                    -> it has no list "articles"
                {"articles": null}                  -> it has no list "articles"
                {"items": []}                       -> it has no list "articles"
                []                                  -> not a JSON object
                "text"                              -> not a JSON object
                null                                -> not a JSON object
                ~ ~                                 -> not a JSON object
                <html>                              -> not JSON, or was cut off
                {"articles": [{"title": "Ti         -> not JSON, or was cut off
                {"articles": [}                     -> not JSON, or was cut off
                """)
        void anythingElseIsRefusedWithAReason(String body, String reason) {
            assertThatThrownBy(() -> decode(body))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(reason);
        }

        @Test
        void jsonThatIsNestedWithoutEndIsRefusedLikeAnyOther() {
            assertThatThrownBy(() -> decode("{\"articles\":" + "[".repeat(100_000)))
                    .isInstanceOf(FormatException.class);
        }
    }

    @Test
    void noArticlesAreNoMistake() {
        assertThat(decode("{\"status\": \"ok\", \"totalResults\": 0, \"articles\": []}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            application/json,               true
            text/json,                      true
            application/vnd.news+json,      true
            application/feed+json,          true
            text/html,                      false
            application/xml,                false
            application/jsonp,              false
            text/plain,                     false
            """)
    void itAcceptsWhatCallsItselfJson(String mediaType, boolean accepted) {
        assertThat(format.accepts(mediaType)).isEqualTo(accepted);
        assertThat(Formats.jsonFeed().accepts(mediaType)).isEqualTo(accepted);
    }

    @Test
    void itsNameIsTheOneInTheConfiguration() {
        assertThat(format.name()).isEqualTo("newsapi");
    }
}
