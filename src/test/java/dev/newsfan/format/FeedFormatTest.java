package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.rss;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.newsfan.news.Article;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFormatTest {

    private static final String RSS_1 = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link>
                <description>A</description></channel>
              <item rdf:about="https://a.example/1"><title>Title</title><link>https://a.example/1</link>
                <description>Summary</description><dc:date>2026-11-20T05:32:00+01:00</dc:date></item>
            </rdf:RDF>
            """;
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>urn:a</id>
              <updated>2026-11-20T06:00:00Z</updated>
              <entry><title>Title</title><id>urn:1</id><link href="https://a.example/1"/>
                <published>2026-11-20T04:32:00Z</published><updated>2026-11-20T05:00:00Z</updated>
                <summary>Summary</summary></entry>
            </feed>
            """;

    private final Format format = Formats.feed();

    private List<ParsedArticle> decode(String xml) {
        return Formats.feed(xml);
    }

    private ParsedArticle only(String xml) {
        List<ParsedArticle> articles = decode(xml);
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    @Nested
    class Kinds {

        private final ParsedArticle expected = new ParsedArticle(
                "Title", "https://a.example/1", Optional.of(Instant.parse("2026-11-20T04:32:00Z")), "Summary");

        @ParameterizedTest
        @ValueSource(strings = {"0.91", "0.92", "2.0"})
        void rssOfAnyVersionIsRead(String version) {
            String xml = rss("<item><title>Title</title><link>https://a.example/1</link>"
                            + "<pubDate>Fri, 20 Nov 2026 05:32:00 +0100</pubDate>"
                            + "<description>Summary</description></item>")
                    .replace("2.0", version);

            ParsedArticle article = only(xml);

            assertThat(article.title()).isEqualTo("Title");
            assertThat(article.url()).isEqualTo("https://a.example/1");
            assertThat(article.summary()).isEqualTo("Summary");
        }

        @Test
        void rss2HasItsDateToo() {
            assertThat(only(rss("<item><title>Title</title><link>https://a.example/1</link>"
                            + "<pubDate>Fri, 20 Nov 2026 05:32:00 +0100</pubDate>"
                            + "<description>Summary</description></item>")))
                    .isEqualTo(expected);
        }

        @Test
        void rss1IsReadWithTheDateOfDublinCore() {
            assertThat(only(RSS_1)).isEqualTo(expected);
        }

        @Test
        void atomIsReadWithTheDateOfItsPublicationRatherThanOfAnUpdate() {
            assertThat(only(ATOM)).isEqualTo(expected);
        }

        @Test
        void aFeedWithoutItemsIsNoMistake() {
            assertThat(decode(rss(""))).isEmpty();
        }

        @Test
        void unknownElementsAreIgnored() {
            assertThat(only(rss("<item><title>Title</title><x:rating xmlns:x=\"urn:x\"><x:deep/></x:rating>"
                                    + "<odd>1</odd></item>"))
                            .title())
                    .isEqualTo("Title");
        }
    }

    @Nested
    class Fields {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                Bakers &amp;amp; bees                   -> Bakers & bees
                Bakers &amp; bees                       -> Bakers & bees
                &lt;b&gt;Bold&lt;/b&gt; news            -> Bold news
                <![CDATA[<i>Slanted</i> &amp; steep]]>  -> Slanted & steep
                Caf&#233; &#x2014; news                 -> Café — news
                Caf&eacute;&nbsp;news                   -> Café news
                """)
        void htmlInATitleBecomesPlainText(String title, String text) {
            assertThat(only(rss("<item><title>" + title + "</title></item>")).title())
                    .isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>   -> One. Two.
                <description><![CDATA[<p>Bakers &amp; <b>bees</b></p>]]></description>      -> Bakers & bees
                <description><![CDATA[<script>alert(1)</script>Text]]></description>        -> Text
                <description> </description><c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>All</p>]]></c:encoded> -> All
                <description/>  -> ~~
                ~~              -> ~~
                """)
        void htmlInADescriptionBecomesPlainText(String description, String text) {
            assertThat(only(rss("<item><title>Title</title>" + description + "</item>"))
                            .summary())
                    .isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <title type="html">&lt;b&gt;Bold&lt;/b&gt;</title>  -> Bold
                <title type="text">Bakers &amp; bees</title>        -> Bakers & bees
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">So <b>bold</b></div></title> -> So bold
                <title/>    -> ~~
                ~~          -> ~~
                """)
        void anAtomTitleMayBeOfThreeTypes(String title, String text) {
            assertThat(only(atom(title)).title()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <content type="html">&lt;p&gt;All&lt;/p&gt;</content>                       -> All
                <summary>Short</summary><content>All</content>                              -> Short
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>So <b>bold</b></p></div></content> -> So bold
                """)
        void anAtomEntryWithoutASummaryHasItsContent(String content, String text) {
            assertThat(only(atom("<title>Title</title>" + content)).summary()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                'Fri, 20 Nov 2026 05:32:00 +0100',  2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 GMT',    2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 23:32:00 EST',    2026-11-20T04:32:00Z
                '20 Nov 2026 04:32 GMT',            2026-11-20T04:32:00Z
                'Fri, 20 Nov 26 04:32:00 GMT',      2026-11-20T04:32:00Z
                'Mon, 20 Nov 2026 04:32:00 GMT',    2026-11-20T04:32:00Z
                ' Fri, 20 Nov 2026 04:32:00 GMT ',  2026-11-20T04:32:00Z
                2026-11-20T04:32:00Z,               2026-11-20T04:32:00Z
                2026-11-20,                         2026-11-20T00:00:00Z
                yesterday,                          -
                '',                                 -
                """)
        void anRssDateIsReadOrNone(String pubDate, Instant date) {
            assertThat(only(rss("<item><title>Title</title><pubDate>" + pubDate + "</pubDate></item>"))
                            .publishedAt())
                    .isEqualTo(Optional.ofNullable(date));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <dc:date>2026-11-19T04:32:00Z</dc:date><pubDate>Fri, 20 Nov 2026 04:32:00 GMT</pubDate>
                <dcterms:modified>2026-11-21T04:32:00Z</dcterms:modified><dc:date>2026-11-20T04:32:00Z</dc:date>
                <pubDate>yesterday</pubDate><dc:date>2026-11-20T04:32:00Z</dc:date>
                <pubDate>Fri, 20 Nov 2026 04:32:00 GMT</pubDate><dc:date>yesterday</dc:date>
                <x:pubDate>Sat, 21 Nov 2026 04:32:00 GMT</x:pubDate><pubDate>Fri, 20 Nov 2026 04:32:00 GMT</pubDate>
                """)
        void ofSeveralDatesThatOfPublicationCountsIfItCanBeRead(String dates) {
            assertThat(only(rss("<item xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:x=\"urn:x\">"
                                    + "<title>Title</title>" + dates + "</item>"))
                            .publishedAt())
                    .contains(Instant.parse("2026-11-20T04:32:00Z"));
        }

        @Test
        void anAtomEntryOfVersion03HasTheDateOfItsIssue() {
            assertThat(only("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>A</title><entry>"
                                    + "<title>Title</title><issued>2026-11-20T04:32:00Z</issued></entry></feed>")
                            .publishedAt())
                    .contains(Instant.parse("2026-11-20T04:32:00Z"));
        }

        @Test
        void anAtomEntryThatWasOnlyUpdatedHasThatDate() {
            assertThat(only(atom("<title>Title</title><updated>2026-11-20T04:32:00Z</updated>"))
                            .publishedAt())
                    .contains(Instant.parse("2026-11-20T04:32:00Z"));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <link>https://a.example/1</link><guid>https://a.example/guid</guid> -> https://a.example/1
                <link> https://a.example/1 </link>                                  -> https://a.example/1
                <guid>https://a.example/guid</guid>                                 -> https://a.example/guid
                <guid isPermaLink="true">https://a.example/guid</guid>              -> https://a.example/guid
                <guid>12345</guid>                                                  -> ~~
                <guid isPermaLink="false">https://a.example/guid</guid><enclosure url="https://a.example/1.mp3"/> -> https://a.example/1.mp3
                <guid isPermaLink="false">https://a.example/guid</guid>             -> https://a.example/guid
                <link>javascript:alert(1)</link>                                    -> javascript:alert(1)
                ~~                                                                  -> ~~
                """)
        void theUrlIsTheLinkOrElseTheIdentifier(String elements, String url) {
            assertThat(only(rss("<item><title>Title</title>" + elements + "</item>"))
                            .url())
                    .isEqualTo(url);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/> -> https://a.example/1
                <link href="https://a.example/1"/>      -> https://a.example/1
                <id>https://a.example/id</id>           -> https://a.example/id
                <link href="https://a.example/feed" rel="self"/><id>urn:uuid:1</id> -> ~~
                <link rel="http://www.iana.org/assignments/relation/alternate" href="https://a.example/1"/> -> https://a.example/1
                <link type="application/pdf" href="https://a.example/pdf"/><link href="https://a.example/1"/> -> https://a.example/1
                <link rel="enclosure" href="https://a.example/1.mp3"/> -> https://a.example/1.mp3
                """)
        void theUrlOfAnAtomEntryIsItsAlternateLinkOrElseItsId(String elements, String url) {
            assertThat(only(atom("<title>Title</title>" + elements)).url()).isEqualTo(url);
        }

        @Test
        void itemsThatAreNotFitToPrintAreThereToBeCounted() {
            List<ParsedArticle> articles = decode(rss("""
                    <item><title>Fit</title><link>https://a.example/1</link></item>
                    <item><link>https://a.example/2</link><description>No title</description></item>
                    <item><title>No URL</title></item>
                    <item><title>Not http</title><link>ftp://a.example/4</link></item>
                    <item/>
                    """));

            assertThat(articles).hasSize(5);
            assertThat(articles.stream().flatMap(article -> article.toArticle("herald").stream()))
                    .extracting(Article::title)
                    .containsExactly("Fit", "No title");
        }
    }

    @Nested
    class TheEncoding {

        private static final String TITLE = "Île – 新聞";

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", nullValues = "-", textBlock = """
                -                                       | -             | -         | UTF-8
                -                                       | -             | UTF-8     | UTF-8
                -                                       | -             | UTF-16    | UTF-16
                -                                       | BOM           | -         | UTF-8
                -                                       | BOM           | -         | UTF-16LE
                -                                       | BOM           | -         | UTF-16BE
                -                                       | BOM           | UTF-16    | UTF-16LE
                -                                       | -             | GB18030   | GB18030
                text/xml                                | -             | -         | UTF-8
                text/xml                                | -             | UTF-8     | UTF-8
                text/xml                                | -             | GB18030   | GB18030
                text/xml                                | BOM           | -         | UTF-8
                text/xml; charset=GB18030               | -             | -         | GB18030
                application/xml                         | -             | -         | UTF-8
                application/rss+xml                     | -             | -         | UTF-8
                application/rss+xml                     | BOM           | UTF-16    | UTF-16LE
                application/rss+xml                     | -             | GB18030   | GB18030
                application/rss+xml; charset=GB18030    | BOM           | -         | UTF-8
                application/rss+xml; charset=utf-8      | -             | GB18030   | GB18030
                application/rss+xml; charset=utf-8      | -             | -         | UTF-8
                application/rss+xml; charset="utf-8"    | -             | UTF-8     | UTF-8
                application/atom+xml;charset=GB18030    | -             | -         | GB18030
                """)
        void isInTheByteOrderMarkDeclarationOrHeaderOrElseIsUtf8(
                String contentType, String bom, String declared, Charset charset) {
            String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
            String xml = (bom == null ? "" : "\ufeff") + declaration + rss("<item><title>" + TITLE + "</title></item>");

            List<ParsedArticle> articles = format.decode(answer(xml.getBytes(charset), contentType));

            assertThat(articles).extracting(ParsedArticle::title).containsExactly(TITLE);
        }

        @Test
        void aFeedInLatin1IsReadAsSuchIfItSaysSo() {
            String xml = "<?xml version='1.0' encoding='ISO-8859-1'?>" + rss("<item><title>Île</title></item>");

            assertThat(format.decode(answer(xml.getBytes(ISO_8859_1), "application/xml")))
                    .extracting(ParsedArticle::title)
                    .containsExactly("Île");
        }
    }

    @Nested
    class Attacks {

        private static final String SECRET = "the-secret-of-this-machine";

        @Test
        void anEntityOfAFileIsNotResolved(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
            String xml = "<!DOCTYPE rss [<!ENTITY secret SYSTEM \"" + file.toUri() + "\">]>"
                    + rss("<item><title>a &secret; b</title></item>");

            assertThat(only(xml).title()).isEqualTo("a &secret; b");
        }

        @Test
        void noUrlOfADocumentTypeIsAsked() throws IOException {
            AtomicInteger requests = new AtomicInteger();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                requests.incrementAndGet();
                exchange.close();
            });
            server.start();
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            try {
                decode("<!DOCTYPE rss SYSTEM \"" + url + "\">" + rss(""));
                decode("<!DOCTYPE rss [<!ENTITY e SYSTEM \"" + url + "\">]>" + rss("<item><title>&e;</title></item>"));
                decode("<!DOCTYPE rss [<!ENTITY % e SYSTEM \"" + url + "\"> %e;]>" + rss(""));
            } finally {
                server.stop(0);
            }
            assertThat(requests).hasValue(0);
        }

        @Test
        void aBillionLaughsAreNotOne() {
            StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
            for (int i = 1; i < 10; i++) {
                laughs.append("<!ENTITY lol%d \"%s\">"
                        .formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
            }

            assertThat(only(laughs + "]>" + rss("<item><title>&lol9;</title></item>"))
                            .title())
                    .isEqualTo("&lol9;");
        }

        @Test
        void anIncludedFileIsNotRead(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
            String xml =
                    rss("<item><title>Title <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\""
                            + " href=\"" + file.toUri() + "\"/></title></item>");

            assertThat(only(xml).toString()).doesNotContain(SECRET);
        }
    }

    @Nested
    class Mistakes {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                <html><body>404</body></html>       -> neither RSS nor Atom
                <feeds><title>A</title></feeds>     -> neither RSS nor Atom
                <svg xmlns="http://www.w3.org/2000/svg"/> -> neither RSS nor Atom
                {"articles": []}                    -> not well-formed XML, or was cut off
                Service Unavailable                 -> not well-formed XML, or was cut off
                <rss version="2.0"><channel><title> -> not well-formed XML, or was cut off
                <html><br></html>                   -> neither RSS nor Atom
                <                                   -> not well-formed XML, or was cut off
                """)
        void anythingElseIsRefusedWithAReason(String body, String reason) {
            assertThatThrownBy(() -> decode(body))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<rss version=\"2.0\"/>", "<rss/>", "<rss version=\"2.0\"><item/></rss>"})
        void aFeedWithoutAChannelIsReadAsEmptyOrRefusedWithAReason(String xml) {
            assertThatNothingButAFormatExceptionIsThrown(xml.getBytes(UTF_8));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
        void aFeedThatWasCutOffIsRefused(double share) {
            byte[] whole = rss("<item><title>Title</title></item>".repeat(20)).getBytes(UTF_8);
            byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));

            assertThatThrownBy(() -> format.decode(answer(part, null)))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("cut off");
        }

        @RepeatedTest(200)
        void whateverABrokenFeedHoldsTheReasonIsAboutTheFeed(RepetitionInfo repetition) {
            Random random = new Random(repetition.getCurrentRepetition());
            String[] wholes = {RSS_1, ATOM, rss("<item><title>Title</title><pubDate>x</pubDate></item>")};
            byte[] body = wholes[random.nextInt(wholes.length)].getBytes(UTF_8);
            for (int i = 0; i <= random.nextInt(4); i++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }

            assertThatNothingButAFormatExceptionIsThrown(body);
        }

        private void assertThatNothingButAFormatExceptionIsThrown(byte[] body) {
            Throwable thrown = catchThrowable(() -> format.decode(answer(body, null)));

            assertThat(thrown == null || thrown instanceof FormatException)
                    .as("thrown: %s", thrown)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            application/rss+xml,        true
            application/atom+xml,       true
            application/rdf+xml,        true
            application/xml,            true
            text/xml,                   true
            text/html,                  false
            application/json,           false
            application/xml-dtd,        false
            text/plain,                 false
            """)
    void itAcceptsWhatCallsItselfXml(String mediaType, boolean accepted) {
        assertThat(format.accepts(mediaType)).isEqualTo(accepted);
    }

    @Test
    void itsNameIsTheOneInTheConfiguration() {
        assertThat(format.name()).isEqualTo("feed");
    }

    @Test
    void aDeclarationThatIsCutShortDeclaresNothing() {
        String feed = "<?xml version='1.0' encoding?><rss a='b'><channel><item><title>A</title>"
                + "<link>https://a.example/</link></item></channel></rss>";

        assertThat(Formats.feed().decode(Formats.answer(feed))).hasSize(1);
    }
}
