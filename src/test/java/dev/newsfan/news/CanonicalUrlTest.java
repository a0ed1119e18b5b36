package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    private static String canonical(String url) {
        return CanonicalUrl.of(url).orElseThrow().value();
    }

    @Nested
    class SchemeAndHost {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                HTTPS://a.example/x             -> https://a.example/x
                https://News.A.EXAMPLE/x        -> https://news.a.example/x
                https://a.example/Path/UPPER    -> https://a.example/Path/UPPER
                https://a.example/x?Q=Word      -> https://a.example/x?Q=Word
                https://a.example/[x]?y[]=1     -> https://a.example/%5Bx%5D?y[]=1
                """)
        void areInLowerCaseAndNothingElseIs(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://bücher.example/ü    -> https://xn--bcher-kva.example/ü
                https://BÜCHER.example/     -> https://xn--bcher-kva.example/
                https://xn--BCHER-kva.example/ -> https://xn--bcher-kva.example/
                https://新聞.example:443/   -> https://xn--efvv70d.example/
                https://a。example/         -> https://a.example/
                """)
        void aHostInAnotherScriptIsWrittenInAscii(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://[2001:DB8::1]/x         -> https://[2001:db8::1]/x
                https://[2001:db8::1]:443/x     -> https://[2001:db8::1]/x
                https://[2001:db8::1]:8080/x    -> https://[2001:db8::1]:8080/x
                http://192.0.2.1:80/x           -> http://192.0.2.1/x
                """)
        void aHostMayBeAnAddress(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                http://a.example:80/x       -> http://a.example/x
                https://a.example:443/x     -> https://a.example/x
                https://a.example:/x        -> https://a.example/x
                http://a.example:443/x      -> http://a.example:443/x
                https://a.example:80/x      -> https://a.example:80/x
                https://a.example:8443/x    -> https://a.example:8443/x
                """)
        void onlyThePortThatGoesWithoutSayingIsLeftOut(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }
    }

    @Nested
    class PathAndFragment {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://a.example           -> https://a.example/
                https://a.example?x=1       -> https://a.example/?x=1
                https://a.example/          -> https://a.example/
                https://a.example/x/        -> https://a.example/x/
                https://a.example/x         -> https://a.example/x
                https://a.example//x/../y   -> https://a.example//x/../y
                """)
        void anEmptyPathIsASlashAndEveryOtherPathStaysAsItIs(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                https://a.example/x#top             -> https://a.example/x
                https://a.example/x#                -> https://a.example/x
                https://a.example/x?q=1#utm_a=1     -> https://a.example/x?q=1
                https://a.example/x#top#2 [a] 100%  -> https://a.example/x
                """)
        void aFragmentIsLeftOutWhateverItHolds(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }
    }

    @Nested
    class Query {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://a.example/x?utm_source=mail                         -> https://a.example/x
                https://a.example/x?utm_medium=a&utm_campaign=b&utm_any=c   -> https://a.example/x
                https://a.example/x?utm_=1                                  -> https://a.example/x
                https://a.example/x?utm_source                              -> https://a.example/x
                https://a.example/x?fbclid=IwAR0                            -> https://a.example/x
                https://a.example/x?gclid=Cj0                               -> https://a.example/x
                https://a.example/x?gclid                                   -> https://a.example/x
                https://a.example/x?id=7&gclid=1                            -> https://a.example/x?id=7
                https://a.example/x?gclid=1&id=7                            -> https://a.example/x?id=7
                https://a.example/x?a=1&utm_a=2&b=3&fbclid=4&c=5            -> https://a.example/x?a=1&b=3&c=5
                """)
        void parametersThatOnlyTellHowAReaderGotThereAreLeftOut(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "gclsrc=aw.ds",
                    "msclkid=a1",
                    "dclid=1",
                    "yclid=1",
                    "wbraid=1",
                    "gbraid=1",
                    "igshid=1",
                    "mc_cid=1",
                    "mc_eid=1",
                    "mkt_tok=1",
                    "_ga=2.1",
                    "_gl=1*a",
                    "_hsenc=p2",
                    "mtm_campaign=a",
                    "at_medium=RSS",
                    "at_campaign=KARANGA",
                    "at_custom1=a",
                    "at_link_id=1",
                    "at_ptr_name=tw",
                    "ns_mchannel=rss",
                    "ns_campaign=bbc",
                    "ns_source=a",
                    "ns_linkname=b",
                    "ns_fee=0",
                    "xtor=RSS-1",
                    "cmpid=1",
                    "CMP=share_btn_tw",
                    "ocid=a",
                    "ncid=b",
                    "smid=tw-share",
                    "ref_src=twsrc",
                    ".tsrc=rss",
                    "guccounter=1",
                    "partner=rss",
                    "emc=rss",
                    "ref=rss",
                    "traffic_source=rss",
                    "srsltid=A",
                    "amp",
                    "amp=",
                    "amp=1",
                    "amp=true",
                    "outputType=amp",
                    "amp_js_v=0.1",
                    "usqp=mq331AQ",
                })
        void wellKnownOnesOfAdvertisersMailersFeedsAndAmpAreOfThose(String parameter) {
            assertThat(canonical("https://a.example/x?" + parameter)).isEqualTo("https://a.example/x");
            assertThat(canonical("https://a.example/x?id=7&" + parameter + "&p=8"))
                    .isEqualTo("https://a.example/x?id=7&p=8");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "id=7", "p=8", "article=9", "page=2", "v=a", "ref=main", "source=wire", "partner=ap", "cid=1",
                    "mbid=1", "lang=en", "output=1", "outputType=json", "amp=no", "ampere=1", "from=a", "s=a",
                            "type=rss",
                })
        void oneThatMaySelectContentIsKept(String parameter) {
            assertThat(canonical("https://a.example/x?" + parameter)).isEqualTo("https://a.example/x?" + parameter);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://a.example/x?    -> https://a.example/x
                https://a.example/x?&   -> https://a.example/x
                https://a.example/x?a&  -> https://a.example/x?a
                """)
        void aQueryThatAsksNothingIsLeftOut(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }
    }

    @Nested
    class OfAmp {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://a.example/x/amp                 -> https://a.example/x
                https://a.example/x/amp/                -> https://a.example/x/
                https://a.example/x/amp/amp             -> https://a.example/x
                https://a.example/x/amp?id=7&amp=1      -> https://a.example/x?id=7
                https://a.example/x?id=7&&amp=1         -> https://a.example/x?id=7
                https://a.example/x?id=7&&amp=1&b=2     -> https://a.example/x?id=7&&b=2
                https://a.example/news/world-1.amp      -> https://a.example/news/world-1
                https://a.example/x.amp.html            -> https://a.example/x.html
                https://amp.a.example/x                 -> https://www.a.example/x
                https://amp.a.example:8443/x            -> https://www.a.example:8443/x
                https://www.google.com/amp/s/a.example/x        -> https://a.example/x
                https://www.google.co.uk/amp/s/a.example/x/amp/ -> https://a.example/x/
                https://google.com/amp/a.example/x?id=7         -> http://a.example/x?id=7
                https://www.bing.com/amp/s/a.example/x          -> https://a.example/x
                https://a-example.cdn.ampproject.org/c/s/a.example/x.amp?amp_js_v=0.1 -> https://a.example/x
                https://a-example.cdn.ampproject.org/v/s/amp.a.example/x?usqp=mq331   -> https://www.a.example/x
                https://cdn.ampproject.org/c/a.example/x        -> http://a.example/x
                """)
        void itIsTheArticlesOwn(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://a.example/amp",
                    "https://a.example/amp/",
                    "https://a.example/amp/x",
                    "https://a.example/x/amps",
                    "https://a.example/x/camp",
                    "https://a.example/x/amp.html",
                    "https://amp.example/x",
                    "https://camp.a.example/x",
                    "https://a.example/amp/s/b.example/x",
                    "https://www.google.com/amp/help/x",
                    "https://www.google.com/amp/s/",
                    "https://www.google.com/search/s/a.example",
                    "https://a-example.cdn.ampproject.org/i/s/a.example/x.png",
                })
        void whatOnlyLooksLikeItIsKept(String url) {
            assertThat(canonical(url)).isEqualTo(url);
        }
    }

    @Nested
    class OfARedirector {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", textBlock = """
                https://www.google.com/url?rct=j&sa=t&url=https://a.example/x&ct=ga  -> https://a.example/x
                https://www.google.de/url?q=https%3A%2F%2Fa.example%2Fx%3Fid%3D7     -> https://a.example/x?id=7
                https://news.google.com/news/url?sa=t&url=http://a.example/x         -> http://a.example/x
                https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=AT      -> https://a.example/x
                https://l.instagram.com/?u=https%3A%2F%2Fa.example%2Fx&e=AT          -> https://a.example/x
                https://out.reddit.com/t3_abc?url=https%3A%2F%2Fa.example%2Fx&token=AQ -> https://a.example/x
                https://out.reddit.com?url=https%3A%2F%2Fa.example%2Fx               -> https://a.example/x
                https://t.umblr.com/redirect?z=https%3A%2F%2Fa.example%2Fx&t=Mz      -> https://a.example/x
                https://r.search.yahoo.com/_ylt=A/RV=2/RO=10/RU=https%3a%2f%2fa.example%2fx/RK=2/RS=a- -> https://a.example/x
                https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fa.example%2fx&c=1 -> https://a.example/x
                https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.example%2Fx&rut=a     -> https://a.example/x
                https://steamcommunity.com/linkfilter/?url=https://a.example/x       -> https://a.example/x
                https://www.youtube.com/redirect?event=v&q=https%3A%2F%2Fa.example%2Fx -> https://a.example/x
                https://medium.com/m/global-identity?redirectUrl=https%3A%2F%2Fa.example%2Fx -> https://a.example/x
                https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05 -> https://a.example/x
                https://www.google.com/url?q=https://a.example/a+b%2Bc               -> https://a.example/a+b+c
                https://www.google.com/url?q=HTTPS://A.example:443/x%3Futm_source%3Da%23top -> https://a.example/x
                """)
        void itIsThatOfTheArticleThatItLeadsTo(String url, String canonical) {
            assertThat(canonical(url)).isEqualTo(canonical);
        }

        @Test
        void itIsThatOfTheArticleAlsoOverThreeOfThem() {
            assertThat(canonical(wrapped("https://a.example/x", 3))).isEqualTo("https://a.example/x");
            assertThat(
                            canonical(
                                    "https://www.google.com/amp/s/l.facebook.com/l.php?u=https%3A%2F%2Famp.a.example%2Fx%2Famp"))
                    .isEqualTo("https://www.a.example/x");
        }

        @Test
        void itIsItsOwnIfThereAreMore() {
            String url = wrapped("https://a.example/x", 4);

            assertThat(canonical(url)).isEqualTo(url);
        }

        private static String wrapped(String url, int times) {
            String wrapped = url;
            for (int i = 0; i < times; i++) {
                wrapped = "https://www.google.com/url?q=" + URLEncoder.encode(wrapped, StandardCharsets.UTF_8);
            }
            return wrapped;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://www.google.com/url",
                    "https://www.google.com/url?q=",
                    "https://www.google.com/url?q=bees",
                    "https://www.google.com/url?q=javascript:alert(1)",
                    "https://www.google.com/url?q=ftp://a.example/x",
                    "https://www.google.com/url?q=https://bank.example@a.example/",
                    "https://www.google.com/url?q=https://%FF.example/",
                    "https://www.google.com/url?q=https://a.example/%FF",
                    "https://www.google.com/url?q=https://a.example/%250A%0A",
                    "https://www.google.com/search?q=https://a.example/x",
                    "https://www.google.com:8443/url?q=https://a.example/x",
                    "https://www.google.evil.example/url?q=https://a.example/x",
                    "https://l.facebook.com/l.php?h=https://a.example/x",
                    "https://a.example/url?url=https://b.example/x",
                    "https://a.example/l.php?u=https%3A%2F%2Fb.example%2Fx",
                    "https://r.search.yahoo.com/RU=https%3a%2f%2fa.example",
                    "https://r.search.yahoo.com/RU=/RK=2",
                })
        void whatLeadsToNoArticleOrMayShowOneIsKept(String url) {
            assertThat(canonical(url)).isEqualTo(url);
        }
    }

    @Nested
    class WhatIsRefused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "x",
                    "/x",
                    "//a.example/x",
                    "a.example/x",
                    "mailto:desk@a.example",
                    "javascript:alert(1)",
                    "ftp://a.example/x",
                    "file:///etc/passwd",
                    "data:text/html,x",
                    "https:",
                    "https:a.example",
                    "https://",
                    "https:///x",
                    "https://user@/x",
                    "https://user@a.example/x",
                    "https://bank.example@a.example/x",
                    "https://@a.example/x",
                    "https://User:Pass@a.example/x",
                    "https://:443/x",
                    "https://a.example:port/x",
                    "https://a.example:-1/x",
                    "https://a.example:1:2/x",
                    "https://[2001:db8::1/x",
                    "https://[not an address]/x",
                    "https://a b.example/x",
                    "https://a%2Fb.example/x",
                    "https://a..example/x",
                    "https://.a.example/x",
                    " https://a.example/x",
                    "https://a.example/x\ny",
                    "https://a.example/\u0000",
                })
        void whatIsNotAnAbsoluteHttpUrlWithAHost(String url) {
            assertThat(CanonicalUrl.of(url)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a／b.example", "℀.example", "a？b.example", "a＃b.example", "a＠b.example", "a：1.example"})
        void aHostThatWouldTurnIntoSomethingElseInAscii(String host) {
            assertThat(CanonicalUrl.of("https://" + host + "/x")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "ä"})
        void aHostNameOfMoreThan63Letters(String letter) {
            assertThat(CanonicalUrl.of("https://" + letter.repeat(64) + ".example/"))
                    .isEmpty();
        }

        @Test
        void aHostOfMoreThan253Letters() {
            String label = "a".repeat(63) + ".";
            String longest = "https://" + label.repeat(3) + "a".repeat(61);
            assertThat(canonical(longest + "/x")).isEqualTo(longest + "/x");
            assertThat(CanonicalUrl.of(longest + "a/x")).isEmpty();
        }

        /** java.net.IDN throws something else than it says for such. */
        @Test
        void aHostOfThousandsOfLetters() {
            assertThat(CanonicalUrl.of("http://" + "ä".repeat(3000) + "/")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/x?b=2&a=1&b=1",
                "https://a.example/x?a=1&&b=2",
                "https://a.example/x?a=",
                "https://a.example/x?a",
                "https://a.example/x?ref=utm_source&next=https://b.example/?gclid=1",
                "https://a.example/x?my_utm_source=1&fbclid2=1&xgclid=1&utmsource=1",
                "https://a.example/x?a[]=1&b=%2F%c3%A4",
                "https://a.example/utm_source=1/gclid",
                "https://a.example/ä/文?q=ö",
                "https://a.example./x",
                "http://a/",
                "http://-a-.b-c.d/~x/y_z.html",
                "https://a.b.c.d.example/x",
                "https://xn--bcher-kva.example/x",
                "https://my_host.example/x",
            })
    void everythingElseIsKept(String url) {
        assertThat(canonical(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            https://a.example/a b           -> https://a.example/a%20b
            https://a.example/"a"<b>        -> https://a.example/%22a%22%3Cb%3E
            https://a.example/a\\b^c`d{e|f} -> https://a.example/a%5Cb%5Ec%60d%7Be%7Cf%7D
            https://a.example/x?q=a b       -> https://a.example/x?q=a%20b
            https://a.example/x?q=50%+off   -> https://a.example/x?q=50%25+off
            https://a.example/100%          -> https://a.example/100%25
            https://a.example/100%2         -> https://a.example/100%252
            """)
    void whatBrowsersForgiveIsEncoded(String url, String canonical) {
        assertThat(canonical(url)).isEqualTo(canonical);
    }

    @Test
    void twoSpellingsOfOneUrlAreEqual() {
        assertThat(CanonicalUrl.of("HTTPS://A.example:443?utm_source=x#y"))
                .isEqualTo(CanonicalUrl.of("https://a.example/"))
                .isNotEqualTo(CanonicalUrl.of("http://a.example/"));
    }
}
