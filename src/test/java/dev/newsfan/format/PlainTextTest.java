package dev.newsfan.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Nested
    class OfHtml {

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                plain text                              -> plain text
                Bakers &amp; beekeepers                 -> Bakers & beekeepers
                5 &lt; 6 &gt; 4                         -> 5 < 6 > 4
                &quot;so&quot; it&#39;s &#x2014; said   -> "so" it's — said
                Caf&eacute;&hellip;                     -> Café…
                &unknown; stays                         -> &unknown; stays
                AT&T                                    -> AT&T
                <p>One.</p><p>Two.</p>                  -> One. Two.
                One<br>two                              -> One two
                a <b>bold</b> <a href="x">link</a>      -> a bold link
                <img src="x" onerror="alert(1)">text    -> text
                <script>alert(1)</script>text           -> text
                text<!-- comment -->                    -> text
                <p>not <i>closed                        -> not closed
                5 < 6                                   -> 5 < 6
                List<String> and <T>                    -> List<String> and <T>
                <P>So<BR/>it</P><o:p></o:p>             -> So it
                <a title="a > b">link</a>               -> link
                <style>p { color: red }</style>text     -> text
                text <a href="x                         -> text
                <td>one</td><td>two</td>                -> one two
                &copy 2026 &#150; ?a=1&copy=2           -> © 2026 – ?a=1&copy=2
                """)
        void isWhatAReaderSees(String html, String text) {
            assertThat(PlainText.ofHtml(html)).isEqualTo(text);
        }

        @Test
        void isNotMadeHtmlAgainIfItWasEscapedTwice() {
            assertThat(PlainText.ofHtml("&lt;b&gt;bold&lt;/b&gt;")).isEqualTo("<b>bold</b>");
        }
    }

    @Nested
    class InOneLine {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "two words",
                    "  two   words  ",
                    "two\nwords",
                    "\r\ntwo\t\r\n\twords\n",
                    "two\u00a0words\u00a0",
                    "two\u2028words\u2029",
                    "two\u0000words",
                    "two\u001b\u007fwords",
                    "two\u0085words",
                    "two\u009bwords",
                    "two\u3000words\u3000",
                    "two\u2003words",
                })
        void spacesLineEndsAndControlCharactersBecomeOneSpace(String text) {
            assertThat(PlainText.oneLine(text)).isEqualTo("two words");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "two words", "Île – 新聞", "\ud83d\ude00 smile", "½\u00ad…"})
        void aTextInOneLineAlreadyStaysAsItIs(String text) {
            assertThat(PlainText.oneLine(text)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"two\u202ewords", "\u200etwo\u2066words", "two\u061cwords\u2069"})
        void nothingTurnsTheDirectionOfAText(String text) {
            assertThat(PlainText.oneLine(text)).isEqualTo("twowords");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\u200b", "\ufeff\u200d \u200b", "\u00ad", "\u3164\ufe0f", "\u2800", "\ud83d", "\udb40\udc41"
                })
        void textThatNobodyCanSeeIsEmpty(String text) {
            assertThat(PlainText.oneLine(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"می\u200cخواهم", "\ud83d\udc69\u200d\ud83d\udcbb", "हिन्दी", "é\u0301"})
        void charactersThatJoinOthersStay(String text) {
            assertThat(PlainText.oneLine(text)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t\u0000\u00a0\u0085"})
        void textOfSpacesAloneIsEmpty(String text) {
            assertThat(PlainText.oneLine(text)).isEmpty();
        }
    }

    @Nested
    class AnExcerpt {

        @Test
        void isTheWholeTextIfThatFits() {
            String fits = "a".repeat(499) + "b";

            assertThat(PlainText.excerpt(fits)).isEqualTo(fits);
            assertThat(PlainText.excerpt("  " + fits + "\n"))
                    .as("spaces don't count")
                    .isEqualTo(fits);
        }

        @Test
        void endsAfterAWord() {
            String excerpt = PlainText.excerpt("word ".repeat(200));

            assertThat(excerpt).hasSizeBetween(490, PlainText.LONGEST_SUMMARY).endsWith("word…");
        }

        @Test
        void keepsAWordThatEndsJustWhereItMustEnd() {
            String words = "a".repeat(250) + " " + "b".repeat(248);

            assertThat(PlainText.excerpt(words + " c")).isEqualTo(words + "…").hasSize(500);
            assertThat(PlainText.excerpt(words + "b c")).isEqualTo("a".repeat(250) + "…");
        }

        @Test
        void endsAnywhereIfThereAreNoSpaces() {
            assertThat(PlainText.excerpt("新".repeat(600))).isEqualTo("新".repeat(499) + "…");
            assertThat(PlainText.excerpt("No: " + "新".repeat(600)))
                    .as("a cut after the only short word would leave too little")
                    .isEqualTo("No: " + "新".repeat(495) + "…");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a"})
        void neverHalvesACharacter(String before) {
            String excerpt = PlainText.excerpt(before + "🐝".repeat(300));

            assertThat(excerpt).hasSizeBetween(499, 500).endsWith("🐝…");
            assertThat(excerpt.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }
    }
}
