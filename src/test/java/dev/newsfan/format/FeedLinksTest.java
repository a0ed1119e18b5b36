package dev.newsfan.format;

import static dev.newsfan.format.Formats.item;
import static dev.newsfan.format.Formats.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an article of a feed is found, however the feed says it. */
class FeedLinksTest {

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

        assertThat(Formats.feedAt("https://asked.example/feed", feed).getLast().url())
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
            <guid>/1</guid>                                                                     -> https://a.example/1
            <guid isPermaLink="true">b/1</guid>                                                 -> https://a.example/b/1
            <guid isPermaLink=" TRUE ">https://a.example/1</guid>                               -> https://a.example/1
            <guid isPermaLink="true">1</guid><enclosure url="2.mp3"/>                           -> https://a.example/2.mp3
            <guid isPermaLink="false">/1</guid><enclosure url="2.mp3"/>                         -> https://a.example/2.mp3
            <guid>1</guid><enclosure url="https://a.example/2.mp3"/>                            -> https://a.example/2.mp3
            <feedburner:origLink>https://a.example/1</feedburner:origLink>                      -> https://a.example/1
            <link>https://b.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink> -> https://b.example/1
            <link>A.example/b/1</link>                                                          -> https://A.example/b/1
            <link>www.b.example/1</link>                                                        -> https://www.b.example/1
            <link>a.examples/1</link>                                                           -> https://a.example/a.examples/1
            <link> &#xA0; </link><guid>https://a.example/1</guid>                               -> https://a.example/1
            <link>https://a.example/é ü/新聞?ä=ö</link>                                          -> https://a.example/é ü/新聞?ä=ö
            <source><link>https://b.example/</link></source><link>https://a.example/1</link>    -> https://a.example/1
            """)
    void isFoundWhereverItStands(String elements, String url) {
        assertThat(item(elements).url()).isEqualTo(url);
    }
}
