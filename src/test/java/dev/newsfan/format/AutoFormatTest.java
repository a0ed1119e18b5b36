package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoFormatTest {

    private final Format format = Formats.auto();

    private String found(String body) {
        return found(body.getBytes(UTF_8), null);
    }

    private String found(byte[] body, String contentType) {
        return format.of(Formats.answer(body, contentType)).name();
    }

    private void isRefused(String body, String reason) {
        assertThatThrownBy(() -> format.of(Formats.answer(body)))
                .isInstanceOf(FormatException.class)
                .hasMessage(reason);
    }

    /** What begins like this is in that format. */
    private record Example(String format, String body) {}

    static final List<Example> EXAMPLES = List.of(
            new Example("feed", "<rss><channel/></rss>"),
            new Example("feed", "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"),
            new Example("feed", "<!-- a --><rdf:RDF/>"),
            new Example("feed", "<!DOCTYPE html><rss><channel/></rss>"),
            new Example("feed", "<br />\n<b>Warning</b>: it is late<?xml version=\"1.0\"?><rss/>"),
            new Example("feed", "Warning: it is late\n<?xml version=\"1.0\"?><rss/>"),
            new Example("feed", "<news><article/></news>"),
            new Example("json-feed", "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}"),
            new Example(
                    "json-feed", "{\"items\": [{\"version\": 1}], \"version\": \"https://jsonfeed.org/version/1.1\"}"),
            new Example("json-feed", "{\"home_page_url\": \"https://a.example/\", \"items\": []}"),
            new Example("newsapi", "{\"status\": \"ok\", \"totalResults\": 0, \"articles\": []}"),
            new Example("newsapi", "{\"articles\": [{\"totalArticles\": 1}], \"totalResults\": 0}"),
            new Example("newsapi", "{\"articles\": []}"),
            new Example("newsapi", "{\"status\": \"error\", \"code\": \"apiKeyInvalid\", \"message\": \"m\"}"),
            new Example("gnews", "{\"totalArticles\": 0, \"articles\": []}"),
            new Example("gnews", "{\"articles\": [], \"totalArticles\": 0}"),
            new Example("gnews", "{\"errors\": [\"e\"]}"),
            new Example("guardian", "{\"response\": {\"status\": \"ok\", \"results\": []}}"),
            new Example("guardian", "{\"response\": {\"status\": \"error\", \"message\": \"m\"}}"),
            new Example("hn-algolia", "{\"hits\": [], \"nbHits\": 0}"),
            new Example("hn-algolia", "{\"exhaustive\": {\"nbHits\": true}, \"hits\": [{\"title\": \"a\"}]}"),
            new Example("nyt", "{\"status\": \"OK\", \"copyright\": \"c\", \"results\": []}"),
            new Example("nyt", "{\"results\": [{\"a\": 1}], \"num_results\": 1}"),
            new Example("nyt", "{\"fault\": {\"faultstring\": \"f\"}}"),
            new Example("hacker-news", "[1, 2, 3]"),
            new Example("hacker-news", "[ ]"),
            new Example("hacker-news", "[null, {\"by\": \"a\", \"id\": 1, \"time\": 1, \"type\": \"story\"}]"));

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void anAnswerTellsItsFormat(Example example) {
        assertThat(found(example.body)).isEqualTo(example.format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "windows-1252"})
    void itsEncodingDoesNotMatter(Charset encoding) {
        for (String mark : encoding.name().startsWith("UTF") ? List.of("", "\ufeff") : List.of("")) {
            for (String start : List.of("", " \r\n\t")) {
                String json =
                        "{\"description\": \"Île\", \"version\": \"https://jsonfeed.org/version/1\", \"items\": []}";
                assertThat(found((mark + start + json).getBytes(encoding), null))
                        .isEqualTo("json-feed");
                assertThat(found((mark + start + "<rss><title>Île").getBytes(encoding), null))
                        .isEqualTo("feed");
            }
        }
    }

    @Test
    void itsContentTypeCountsOnlyWhereItsBytesTellNothing() {
        assertThat(found("[1]".getBytes(UTF_8), "text/xml")).isEqualTo("hacker-news");
        assertThat(found("x".repeat(5000).getBytes(UTF_8), "application/rss+xml"))
                .isEqualTo("feed");
    }

    @Test
    void theFormatThatIsFoundReadsIt() {
        String body = "{\"status\": \"ok\", \"articles\": [{\"title\": \"A\"}]}";

        assertThat(format.decode(Formats.answer(body)))
                .extracting(ParsedArticle::title)
                .containsExactly("A");
        assertThat(format.parts(Formats.answer("[7]"), 30)).containsExactly("item/7.json");
        assertThat(format.parts(Formats.answer(body), 30)).isEmpty();
    }

    @Test
    void asksForFeedsFirst() {
        assertThat(format.accept()).startsWith("application/rss+xml, ").endsWith("*/*;q=0.1");
        assertThat(format.accepts("image/png")).isTrue();
        assertThat(Formats.feed().of(Formats.answer("x"))).isInstanceOf(FeedFormat.class);
    }

    @Nested
    class RefusedIs {

        private static final String KNOWN = " in none of the formats that are known: "
                + "feed, gnews, guardian, hacker-news, hn-algolia, json-feed, newsapi, nyt";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"results\": []}",
                    "{\"items\": []}",
                    "{\"hits\": {\"hits\": []}}",
                    "{\"articles\": {}}",
                    "{\"response\": {\"docs\": []}}",
                    "[\"a\"]",
                    "[[1]]",
                    "[{\"id\": 1, \"title\": {\"rendered\": \"A\"}}]",
                })
        void jsonOfAnotherKind(String body) {
            isRefused(body, "its answer is JSON, but" + KNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "News!", "%PDF-1.7", "é{", "\"text\"", "7"})
        void whatIsNeitherXmlNorJson(String body) {
            isRefused(body, "its answer is neither XML nor JSON, and" + KNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "[", "{\"a\"", "{\"a\": [1, 2", "[null", "{a: 1}"})
        void jsonThatIsCutOff(String body) {
            isRefused(body, "its answer is not JSON, or was cut off");
        }

        @Test
        void jsonWithMoreAtItsTopThanAnyApiHas() {
            StringBuilder body = new StringBuilder("{");
            for (int i = 0; i < Outline.MOST; i++) {
                body.append("\"a").append(i).append("\": {},");
            }

            isRefused(body + "\"hits\": []}", "its answer is JSON, but" + KNOWN);
        }
    }

    @Nested
    class AWebPage {

        private static final String REFUSAL = "its answer is a web page and not a feed; the page links to ";

        private void isRefused(String page, String link) {
            Answer answer =
                    new Answer(page.getBytes(ISO_8859_1), Optional.empty(), Optional.of("https://a.example/news/"));
            assertThatThrownBy(() -> format.of(answer))
                    .isInstanceOf(FormatException.class)
                    .hasMessage(REFUSAL + link);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<html></html>",
                    "<!DOCTYPE html>\n<html lang='en'>",
                    "<!doctype HTML PUBLIC \"-//W3C//DTD\"><title>A</title>",
                    "<!doctype html>",
                    "\n<!-- <rss> --><HTML>",
                    "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>",
                    "<body>",
                })
        void isNoFeed(String page) {
            isRefused(page, "no feed");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <link rel="alternate" type="application/rss+xml" href="/feed.xml">              -> a feed at /feed.xml
                <link rel=alternate type=application/atom+xml href=rss2.xml>                    -> a feed at /news/rss2.xml
                <LINK HREF='https://a.example/news/feed/' TYPE='application/feed+json'/>        -> a feed at /news/feed/
                <link type="application/rss+xml" title="a" href=" /feed " rel="alternate" />    -> a feed at /feed
                <link type="application/rss+xml" href="/feed?key=geheim">                       -> a feed
                <link type="application/rss+xml" href="/feed#geheim">                           -> a feed
                <link type="application/rss+xml" href="/feed/8f3a9c01">                         -> a feed
                <link type="application/rss+xml" href="/members-of-this-geheim-circle/feed">    -> a feed
                <link type="application/rss+xml" href="https://geheim@a.example/feed">          -> a feed
                <link type="application/rss+xml" href="https://b.example/feed">                 -> a feed
                <link type="application/rss+xml" href="/<script>">                              -> no feed
                <link type="application/rss+xml" href="/ x %">                                  -> a feed
                <link type="application/rss+xml" href="mailto:a">                               -> a feed
                <link type="application/rss+xml">                                               -> a feed
                <link rel="stylesheet" type="text/css" href="/feed.css">                        -> no feed
                """)
        void tellsWhereOneIsIfThatCanHoldNoKey(String link, String feed) {
            isRefused("<html><head>" + link + "<link rel=x></head>", feed);
        }
    }
}
