package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedFormatTest {

    private final Format format = Formats.jsonFeed();

    private List<ParsedArticle> decode(String json) {
        return format.decode(answer(json.getBytes(UTF_8), "application/feed+json"));
    }

    private ParsedArticle only(String item) {
        List<ParsedArticle> articles =
                decode("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [%s]}".formatted(item));
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    @Nested
    class AnItem {

        @Test
        void hasTitleUrlDateAndSummary() {
            assertThat(only("""
                    {"id": "1", "title": "Title", "url": "https://a.example/1", "summary": "Summary",
                     "date_published": "2026-11-20T05:32:00+01:00"}"""))
                    .isEqualTo(new ParsedArticle(
                            "Title",
                            "https://a.example/1",
                            Optional.of(Instant.parse("2026-11-20T04:32:00Z")),
                            "Summary"));
        }

        @Test
        void mayHaveFieldsThatNobodyKnows() {
            assertThat(only("{\"title\": \"Title\", \"_ext\": {\"a\": []}, \"authors\": [{\"name\": \"x\"}]}")
                            .title())
                    .isEqualTo("Title");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"url": "https://a.example/1", "external_url": "https://b.example/", "id": "https://c.example/"} -> https://a.example/1
                {"external_url": "https://b.example/", "id": "https://c.example/"}                  -> https://b.example/
                {"url": "", "external_url": null, "id": "https://c.example/"}                       -> https://c.example/
                {"id": 7}                                                                           -> ~~
                {}                                                                                  -> ~~
                """)
        void hasTheFirstOfUrlExternalUrlAndIdAsItsUrl(String item, String url) {
            assertThat(only(item).url()).isEqualTo(url);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"summary": "a", "content_text": "b", "content_html": "c"}      -> a
                {"summary": " ", "content_text": "b", "content_html": "c"}      -> b
                {"content_html": "<p>Bakers &amp; <b>bees</b></p>"}             -> Bakers & bees
                {"content_text": "a < b &amp; c"}                               -> a < b &amp; c
                {}                                                              -> ~~
                """)
        void hasTheFirstOfSummaryTextAndHtmlAsItsSummary(String item, String summary) {
            assertThat(only(item).summary()).isEqualTo(summary);
        }

        @Test
        void isThereWithoutATitleOrADate() {
            assertThat(only("{\"url\": \"https://a.example/1\"}"))
                    .isEqualTo(new ParsedArticle("https://a.example/1", "https://a.example/1", Optional.empty(), ""));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"content_text": "So it began."}                                -> So it began.
                {"title": " ", "content_html": "<p>So it <b>began</b>.</p>"}    -> So it began.
                {"url": "https://a.example/1"}                                  -> https://a.example/1
                """)
        void withoutATitleHasItsTextOrUrlForOne(String item, String title) {
            assertThat(only(item).title()).isEqualTo(title);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                2026-11-20,                 2026-11-20T00:00:00Z
                2026-11-20 04:32:00,        2026-11-20T04:32:00Z
                2026-11-20T04:32:00+0100,   2026-11-20T03:32:00Z
                """)
        void mayHaveADateThatIsNotQuiteThat(String published, Instant date) {
            assertThat(only("{\"date_published\": \"%s\"}".formatted(published)).publishedAt())
                    .contains(date);
        }

        @Test
        void mayHaveALinkThatIsRelative() {
            assertThat(decode(
                            "{\"version\": \"https://jsonfeed.org/version/1\", \"home_page_url\": \"https://a.example/b/\","
                                    + " \"items\": [{\"url\": \"1\"}]}"))
                    .extracting(ParsedArticle::url)
                    .containsExactly("https://a.example/b/1");
        }
    }

    @Nested
    class AnItemThatIsRelative {

        private String url(String feed) {
            String json = "{\"version\": \"https://jsonfeed.org/version/1.1\", %s \"items\": [{\"url\": \"1\"}]}";
            Answer answer = new Answer(
                    json.formatted(feed).getBytes(UTF_8),
                    Optional.empty(),
                    Optional.of("https://a.example/b/feed.json"));
            return format.decode(answer).getFirst().url();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                "home_page_url": "https://c.example/", "feed_url": "https://d.example/",    -> https://c.example/1
                "feed_url": "https://d.example/e/f.json",                                   -> https://d.example/e/1
                "home_page_url": "/g/",                                                     -> https://a.example/g/1
                "home_page_url": "mailto:a", "feed_url": "",                                -> https://a.example/b/1
                "home_page_url": null,                                                      -> https://a.example/b/1
                """)
        void isSoToTheHomePageOrElseTheFeed(String feed, String url) {
            assertThat(url(feed)).isEqualTo(url);
        }
    }

    @Nested
    class TheFeed {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [%s]}</body>",
                    "\ufeff {\"version\": \"https://jsonfeed.org/version/1\", \"items\": [%s,]}\u0000",
                    "{\"items\": [%s], \"author\": {\"name\": \"A\"}, \"version\": \"https://jsonfeed.org/version/1\"}{",
                    "{\"version\": \"https://jsonfeed.org/version/1\", \"rating\": NaN, \"n\": 007, \"items\": [%s]}",
                })
        void mayHaveWhatIsNoPartOfIt(String feed) {
            String items =
                    "7, null, {\"title\": {}, \"url\": []}, {\"id\": 1.0, \"title\": \"A\", \"attachments\": [{}]}";

            assertThat(decode(feed.formatted(items)))
                    .extracting(ParsedArticle::title)
                    .containsExactly("", "", "", "A");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://jsonfeed.org/version/1",
                    "https://jsonfeed.org/version/1.1",
                    "http://jsonfeed.org/version/1",
                })
        void isReadInVersions1And1Point1(String version) {
            assertThat(decode("{\"version\": \"%s\", \"items\": [{}]}".formatted(version)))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"version": "https://jsonfeed.org/version/2", "items": []}  -> its "version" names no JSON Feed 1
                {"version": 1, "items": []}                                 -> its "version" names no JSON Feed 1
                {"items": []}                                               -> its "version" names no JSON Feed 1
                {"status": "ok", "articles": []}                            -> its "version" names no JSON Feed 1
                {"version": "https://jsonfeed.org/version/1.1"}             -> it has no list "items"
                {"version": "https://jsonfeed.org/version/1.1", "items": 1} -> it has no list "items"
                []                                                          -> not a JSON object
                {"version": "https://jsonfeed.org/version/1.1", "items": [  -> not JSON, or was cut off
                """)
        void isRefusedWithAReasonIfItIsAnythingElse(String body, String reason) {
            assertThatThrownBy(() -> decode(body))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void itsNameIsTheOneInTheConfiguration() {
        assertThat(format.name()).isEqualTo("json-feed");
    }
}
