package dev.newsfan.format;

import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.item;
import static dev.newsfan.format.Formats.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
