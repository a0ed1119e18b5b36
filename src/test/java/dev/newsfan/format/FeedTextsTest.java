package dev.newsfan.format;

import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.item;
import static dev.newsfan.format.Formats.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What titles and summaries of feeds say, as a reader sees it. */
class FeedTextsTest {

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
                A &lt; B                                    -> A < B
                A&lt;B                                      -> A<B
                A&lt;b&gt;B                                 -> AB
                <![CDATA[<b>B</b> &amp;lt;i&amp;gt;]]>      -> B &lt;i&gt;
                &amp;#8217;Tis &amp;eacute;t&amp;eacute;    -> ’Tis été
                &#145;so&#146; &#x97; &#x2019;              -> ‘so’ — ’
                &#x1F600; &#128512;                         -> 😀 😀
                &eacute;t&eacute; &unknown;                 -> été &unknown;
                """)
        void mayHoldMarkup(String title, String text) {
            assertThat(item("<title>" + title + "</title>").title()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                CafÃ©                       -> Café
                Ã‰tÃ© Ã\u00a0 la mer             -> Été à la mer
                lâ€™Ã©tÃ© â€“ â€œsoâ€   -> l’été – “so”
                ÐœÐ¾Ñ\u0081ÐºÐ²Ð°                -> Москва
                æ–°èž                   -> 新聞
                Caf&#195;&#169;             -> Café
                Café, not cafÃ©             -> Café, not cafÃ©
                Ã© – 新聞                    -> Ã© – 新聞
                VOILÀ LE CAFÉ…              -> VOILÀ LE CAFÉ…
                LE CAFÉ…                    -> LE CAFÉ…
                LE CAFÉ’S                   -> LE CAFÉ’S
                20 Â°C                      -> 20 °C
                Ã                           -> Ã
                a Ã                         -> a Ã
                """)
        void thatWasEncodedTwiceIsDecodedTwice(String title, String text) {
            assertThat(item("<title>" + title + "</title>").title()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                <title>List&lt;String&gt; &amp;amp; more</title>                -> List<String> &amp; more
                <title type="text">&lt;b&gt;</title>                            -> <b>
                <title type="html">&lt;b&gt;B&lt;/b&gt; &amp;amp; c</title>     -> B & c
                <title type="text/html" mode="escaped">&lt;i&gt;i&lt;/i&gt;</title> -> i
                <title type="application/octet-stream" mode="base64">PGI+Q2Fmw6k8L2I+</title> -> Café
                <title mode="base64"> PGI+Q2Fm&#10; w6k8L2I+ </title>           -> Café
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
                <body>One</body>                                                            -> One
                <fullitem>&lt;p&gt;One</fullitem>                                           -> One
                """)
        void mayStandInAnotherVocabulary(String elements, String summary) {
            assertThat(item(elements).summary()).isEqualTo(summary);
        }

        @ParameterizedTest
        @ValueSource(strings = {"iVBORw0KGgo=", "/9j/4AAQ", "not=base64", "="})
        void isNoneIfItIsAPicture(String picture) {
            assertThat(only(atom("<title>T</title><content type='image/png'>" + picture + "</content>"))
                            .summary())
                    .isEmpty();
        }

        @Test
        void mayBeWrittenInBase64() {
            assertThat(only(atom("<title>T</title><content type='application/octet-stream'>PHA+T25lPC9wPg==</content>"))
                            .summary())
                    .isEqualTo("One");
        }
    }
}
