package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;

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
