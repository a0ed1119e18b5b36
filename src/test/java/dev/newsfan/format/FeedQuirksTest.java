package dev.newsfan.format;

import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.rss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds get wrong, or do in a way of their own, and are read all the same. */
class FeedQuirksTest {

    private static ParsedArticle only(String xml) {
        List<ParsedArticle> articles = Formats.feed(xml);
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    private static ParsedArticle item(String elements) {
        return only(rss("<item>" + elements + "</item>"));
    }

    @Nested
    class ALink {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <item><link>/1</link></item>                                -> https://own.example/1
                <item><link>1</link></item>                                 -> https://own.example/b/1
                <item><link>../1?q=/../2</link></item>                      -> https://own.example/1?q=/../2
                <item><link>?p=1</link></item>                              -> https://own.example/b/?p=1
                <item><link>//c.example/1</link></item>                     -> https://c.example/1
                <item xml:base="https://c.example/d/"><link>1</link></item> -> https://c.example/d/1
                <item xml:base="/d/"><link xml:base="e/">1</link></item>    -> https://own.example/d/e/1
                <item xml:base="/d/"/><item><link>1</link></item>           -> https://own.example/b/1
                <item><link>HTTPS://c.example/1</link></item>               -> HTTPS://c.example/1
                <item><link>mailto:desk@c.example</link></item>             -> mailto:desk@c.example
                """)
        void isRelativeToABaseOrElseToTheFeedsOwn(String item, String url) {
            String feed = "<rss><channel><link>https://own.example/b/</link>" + item + "</channel></rss>";

            assertThat(Formats.feedAt("https://asked.example/feed", feed)
                            .getLast()
                            .url())
                    .isEqualTo(url);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                ~~                                          -> https://asked.example/f/1
                <link>/g/</link>                            -> https://asked.example/g/1
                <link>none</link>                           -> https://asked.example/f/1
                <image><link>https://i.example/</link></image> -> https://asked.example/f/1
                """)
        void isRelativeToWhatWasAskedIfTheFeedHasNone(String channel, String url) {
            String feed = "<rss><channel>" + channel + "<item><link>1</link></item></channel></rss>";

            assertThat(Formats.feedAt("https://asked.example/f/rss.xml", feed))
                    .extracting(ParsedArticle::url)
                    .containsExactly(url);
        }

        @Test
        void ofTheFeedCountsAlsoIfItComesLast() {
            String feed = "<feed><entry><link href='1'/></entry><link href='https://own.example/'/></feed>";

            assertThat(only(feed).url()).isEqualTo("https://own.example/1");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <atom:link rel="self" href="https://b.example/"/><link>https://a.example/1</link>   -> https://a.example/1
                <atom:link href="https://b.example/"/><link>https://a.example/1</link>              -> https://a.example/1
                <atom:link href="https://b.example/"/>                                              -> https://b.example/
                <link href="https://a.example/1"/>                                                  -> https://a.example/1
                <link><![CDATA[ https://a.example/1?a=1&b=2 ]]></link>                              -> https://a.example/1?a=1&b=2
                <link>https://a.example/1?a=1&amp;b=2</link>                                        -> https://a.example/1?a=1&b=2
                <link>https://a.example/1?a=1&b=2&copy=3</link>                                     -> https://a.example/1?a=1&b=2&copy=3
                <link> https://a.example/&#10;  1 </link>                                           -> https://a.example/  1
                <link>https://a.example/&#10;1&#9;</link>                                           -> https://a.example/1
                <link/><guid>https://a.example/1</guid>                                             -> https://a.example/1
                <source><link>https://b.example/</link></source><link>https://a.example/1</link>    -> https://a.example/1
                """)
        void isFoundWhereverItStands(String elements, String url) {
            assertThat(item(elements).url()).isEqualTo(url);
        }
    }

    @Nested
    class ATitle {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <description>So it &lt;b&gt;began&lt;/b&gt;.</description>          -> So it began.
                <title> </title><description>So it began.</description>             -> So it began.
                <title>&#8203;</title><description>So it began.</description>       -> So it began.
                <title/><link>https://a.example/1</link>                            -> https://a.example/1
                <dc:title>Told elsewhere</dc:title><description>Text</description>  -> Told elsewhere
                <media:title>Seen</media:title><title>Title</title>                 -> Title
                <source><title>Another</title></source><title>Title</title>         -> Title
                """)
        void thatIsMissingIsMadeOfWhatThereIs(String elements, String title) {
            assertThat(item(elements).title()).isEqualTo(title);
        }

        @Test
        void thatIsMadeOfTextHasNoMoreThan100Characters() {
            assertThat(item("<description>" + "word ".repeat(50) + "</description>")
                            .title())
                    .hasSizeBetween(90, 100)
                    .endsWith("word…");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                Test: <b>bold</b>                           -> Test: bold
                <b>bold</b> &amp; <i>slanted</i>            -> bold & slanted
                <![CDATA[a < b]]> &amp; <![CDATA[c]]>       -> a < b & c
                <b><![CDATA[1 < 2 & 3]]></b>                -> 1 < 2 & 3
                So <!-- not --> it<?p?> is                  -> So it is
                List&lt;String&gt; for all                  -> List<String> for all
                5 &lt; 6                                    -> 5 < 6
                AT&T and B&amp;Q                            -> AT&T and B&Q
                &eacute;t&eacute; &unknown;                 -> été &unknown;
                """)
        void mayHoldMarkup(String title, String text) {
            assertThat(item("<title>" + title + "</title>").title()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <title>List&lt;String&gt; &amp;amp; more</title>                -> List<String> &amp; more
                <title type="text">&lt;b&gt;</title>                            -> <b>
                <title type="html">&lt;b&gt;B&lt;/b&gt; &amp;amp; c</title>     -> B & c
                <title type="text/html" mode="escaped">&lt;i&gt;i&lt;/i&gt;</title> -> i
                <title type="xhtml"><div>a &lt; <b>b</b></div></title>          -> a < b
                <title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">a<x:br/>b</x:div></title> -> a b
                """)
        void ofAtomIsOfTheTypeThatItSays(String title, String text) {
            assertThat(only(atom(title)).title()).isEqualTo(text);
        }
    }

    @Nested
    class ASummary {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <media:group><media:title>T</media:title><media:description>Seen</media:description></media:group> -> Seen
                <media:content><media:description>Seen</media:description></media:content>  -> Seen
                <itunes:summary>Heard</itunes:summary>                                      -> Heard
                <itunes:subtitle>Short</itunes:subtitle>                                    -> Short
                <dc:description>Told</dc:description>                                       -> Told
                <content:encoded>All</content:encoded><itunes:summary>Heard</itunes:summary> -> All
                <description/><itunes:summary>Heard</itunes:summary>                        -> Heard
                <itunes:summary>Heard</itunes:summary><description>Text</description>       -> Text
                <description><p>One</p><p>Two</p></description>                             -> One Two
                <body xmlns="http://www.w3.org/1999/xhtml"><p>One</p></body>                -> One
                """)
        void mayStandInAnotherVocabulary(String elements, String summary) {
            assertThat(item(elements).summary()).isEqualTo(summary);
        }

        @Test
        void isNoneIfItIsAPicture() {
            assertThat(only(atom("<title>T</title><content type='image/png'>iVBORw0KGgo=</content>"))
                            .summary())
                    .isEmpty();
        }
    }

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

    @Nested
    class TheCharacters {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                ISO-8859-1,     -,                              UTF-8,          Île – 新聞
                windows-1252,   -,                              UTF-8,          Île – 新聞
                -,              text/xml; charset=iso-8859-1,   UTF-8,          Île – 新聞
                GB2312,         -,                              UTF-8,          Île – 新聞
                utf-16,         -,                              UTF-8,          Île – 新聞
                UTF-16LE,       application/xml;charset=utf-16, UTF-8,          Île – 新聞
                KLINGON,        -,                              UTF-8,          Île – 新聞
                -,              text/xml; charset=k l i n g,    UTF-8,          Île – 新聞
                KLINGON,        -,                              windows-1252,   Île – “so”
                -,              -,                              windows-1252,   Île – “so”
                UTF-8,          -,                              windows-1252,   Île – “so”
                ISO-8859-1,     -,                              windows-1252,   Île – “so”
                us-ascii,       -,                              windows-1252,   Île – “so”
                utf-8,          application/xml;charset=utf-8,  windows-1252,   Île – “so”
                windows-1251,   -,                              windows-1251,   Новости
                KOI8-R,         -,                              KOI8-R,         Новости
                -,              text/xml; charset='koi8-r',     KOI8-R,         Новости
                GB2312,         -,                              GB18030,        新聞 – 镕
                Shift_JIS,      -,                              windows-31j,    ニュース①
                EUC-JP,         -,                              EUC-JP,         ニュース
                iso-2022-jp,    -,                              ISO-2022-JP,    ニュース
                EUC-KR,         -,                              x-windows-949,  뉴스 똠
                """)
        void areWhatDecodesRatherThanWhatIsDeclared(
                String declared, String contentType, Charset charset, String title) {
            String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
            byte[] xml = (declaration + rss("<item><title>" + title + "</title></item>")).getBytes(charset);

            assertThat(Formats.feed().decode(Formats.answer(xml, contentType)))
                    .extracting(ParsedArticle::title)
                    .containsExactly(title);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        void needNoByteOrderMarkInTheWideEncodings(Charset charset) {
            byte[] xml = rss("<item><title>Île – 新聞</title></item>").getBytes(charset);

            assertThat(Formats.feed().decode(Formats.answer(xml, null)))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île – 新聞");
        }

        @Test
        void mayBeOfTwoEncodings() {
            byte[] xml = rss("<item><title>Île – é</title></item>").getBytes(UTF_8);
            byte[] mixed = new String(xml, Charset.forName("windows-1252"))
                    .replace("Ã©", "\u00e9")
                    .getBytes(Charset.forName("windows-1252"));

            assertThat(Formats.feed().decode(Formats.answer(mixed, null)))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île – é");
        }
    }
}
