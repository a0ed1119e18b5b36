package dev.newsfan.format;

import static dev.newsfan.format.Formats.item;
import static dev.newsfan.format.Formats.only;
import static dev.newsfan.format.Formats.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds get wrong, or do in a way of their own, and are read all the same. */
class FeedQuirksTest {

    @Nested
    class ADay {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <issued>2026-11-18T00:00:00Z</issued><modified>2026-11-19T00:00:00Z</modified>      -> 2026-11-18T00:00:00Z
                <modified>2026-11-19T00:00:00Z</modified>                                           -> 2026-11-19T00:00:00Z
                <published>1970-01-01T00:00:00Z</published><updated>2026-11-19T00:00:00Z</updated>  -> 2026-11-19T00:00:00Z
                <source><published>2026-11-01</published></source><updated>2026-11-19</updated>     -> 2026-11-19T00:00:00Z
                """)
        void ofIssueComesBeforeThatOfAChange(String dates, Instant published) {
            assertThat(only("<feed version='0.3'><entry>" + dates + "</entry></feed>")
                            .publishedAt())
                    .contains(published);
        }
    }

    @Nested
    class TheKind {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<rss><channel>ITEM</channel></rss>",
                    "<rss version='1.0'><channel>ITEM</channel></rss>",
                    "<rss version='2.1'><channel/>ITEM</rss>",
                    "<RSS><CHANNEL>ITEM</CHANNEL></RSS>",
                    "<rss xmlns='http://purl.org/rss/2.0/'><channel>ITEM</channel></rss>",
                    "<rss xmlns='urn:invented'><channel>ITEM</channel></rss>",
                    "<rss xmlns=' http://www.w3.org/2005/Atom '><channel>ITEM</channel></rss>",
                    "<channel>ITEM</channel>",
                    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/>ITEM</rdf:RDF>",
                    "<rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'>ITEM</rdf:RDF>",
                    "<rss:rss xmlns:rss='http://purl.org/rss/1.0/'><rss:channel>ITEM</rss:channel></rss:rss>",
                })
        void ofRssMayBeAny(String feed) {
            String item = "<item><title>Title</title><link>https://a.example/1</link></item>";

            assertThat(only(feed.replace("ITEM", item)).url()).isEqualTo("https://a.example/1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<feed>ENTRY</feed>",
                    "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>ENTRY</feed>",
                    "<feed xmlns='https://www.w3.org/2005/Atom/'>ENTRY</feed>",
                    "<feed xmlns=' http://www.w3.org/2005/Atom'>ENTRY</feed>",
                })
        void ofAtomMayBeAny(String feed) {
            String entry = "<entry><title>Title</title><link href='https://a.example/1'/></entry>";

            assertThat(only(feed.replace("ENTRY", entry)).url()).isEqualTo("https://a.example/1");
        }

        @Test
        void ofAtomMayHaveAPrefix() {
            assertThat(only("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Title</a:title>"
                                    + "<a:link href='https://a.example/1'/></a:entry></a:feed>")
                            .url())
                    .isEqualTo("https://a.example/1");
        }
    }

    @Nested
    class TheXml {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<item>A<item>B<item>C",
                    "<item>A</item><item>B<item>C</item>",
                    "<item>A</item></item><item>B</item></item><item>C</item>",
                    "<item xmlns:m='urn:m' xml:base='b/'>A<item xmlns:m='urn:m'>B<m:item>X</m:item><item>C",
                    "<Item>A<ITEM>B</Item><item >C</item\n>",
                })
        void mayHaveItemsThatNobodyClosed(String items) {
            String titled = items.replaceAll(">([A-Z])", "><title>$1</title><link>/$1</link>");

            assertThat(Formats.feed(rss(titled)))
                    .extracting(ParsedArticle::url)
                    .containsExactly("https://a.example/A", "https://a.example/B", "https://a.example/C");
        }

        @Test
        void mayHaveAnyNumberOfItemsThatNobodyClosed() {
            assertThat(Formats.feed(rss("<item xmlns:m='urn:m'><title>A</title>".repeat(1000))))
                    .hasSize(1000);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<rss><channel><item><title>Title</title><x:y>1</x:y></item></channel></rss>",
                    "\n <?xml version='1.0'?><rss><channel><item><title>Title</title></item></channel></rss>",
                    "Warning: <br/> <?xml version='1.0'?><rss><channel><item><title>Title</title></item></channel></rss>",
                    "<rss><channel><item><title>Ti\btle</title></item></channel></rss>",
                    "<rss><channel><item><title>Ti&#8;t&#0;le</title></item></channel></rss>",
                    "<rss><channel><item><title>Title</title><b>open</item></channel></rss>",
                    "<rss><channel><item><title>Title</title></b></item></channel></rss>",
                    "<rss><channel><item><title>Title</TITLE></item></channel></rss>",
                    "<rss><channel><item><title a=b c d='e>Title</title></item></channel></rss>",
                    "<rss><channel><item><title a='b>c'>Title</title></item></channel></rss>",
                    "<rss><channel><item><title>Title</title><description>1 < 2 & 3</description></item></channel></rss>",
                    "<rss><channel><skipHours><hour>x</hour></skipHours><cloud port='x'/><item><title>Title</title>"
                            + "<enclosure length='x'/></item></channel></rss>",
                    "<rss xmlns:x=' urn:x' xmlns:x='urn:y'><channel><item><title>Title</title></item></channel></rss>",
                    "<rss><channel><item><title>Title</title></item></channel></rss><!-- and more",
                    "<!DOCTYPE rss PUBLIC '-//N//DTD 0.91//EN' 'http://n.example/0.91.dtd'>"
                            + "<rss><channel><item><title>Title</title></item></channel></rss>",
                    "<!DOCTYPE rss [<!ENTITY a \"]>\"><!-- ' ]> -->]><rss><channel><item><title>Title</title></item>"
                            + "</channel></rss>",
                    "<rss><channel><!-- <item/> --><item><title>Title</title></item></channel></rss>",
                    "<rss><channel><item><title>Title</title><description><![CDATA[</item><item>]]></description></item>"
                            + "</channel></rss>",
                })
        void needNotBeWellFormed(String xml) {
            assertThat(only(xml).title()).isEqualTo("Title");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <dc:date>2026-11-19</dc:date><content:encoded>a</content:encoded>   -> a
                <media:description>a</media:description>                            -> a
                <itunes:summary>a</itunes:summary>                                  -> a
                """)
        void mayHavePrefixesThatNobodyDeclared(String elements, String summary) {
            assertThat(item(elements).summary()).isEqualTo(summary);
        }
    }
}
