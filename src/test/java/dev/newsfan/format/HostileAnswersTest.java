package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Answers of 2 MB, the most that is read by default, made to keep whoever reads them busy or to overflow his stack. */
class HostileAnswersTest {

    private static final int SIZE = 2_000_000;

    /** What takes a square of the length takes minutes, and what is linear a tenth of a second; in between is patience. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static String upTo2Mb(String part) {
        return part.repeat(SIZE / part.length());
    }

    private static String upTo2Mb(IntFunction<String> part) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; all.length() < SIZE; i++) {
            all.append(part.apply(i));
        }
        return all.toString();
    }

    /** Within tags of an item's description, and nowhere in particular. */
    static final List<String> PARTS = List.of(
            "<table><tr><td>",
            "<a>",
            "<a></b>",
            "</a>",
            "<a ",
            "<a b='",
            "<a b=\"'>",
            "<a b=\"<a b='",
            "<a b=c>",
            "<a b=   ",
            "<",
            "<!",
            "<!--",
            "<!-- -->",
            "<![CDATA[",
            "<![CDATA[]]>",
            "]]>",
            "<?",
            "<!DOCTYPE a [",
            "<!DOCTYPE a [\"",
            "<!a>",
            "&",
            "&a",
            "&#",
            "&#x110000;",
            "&lt;",
            "&lt;table&gt;&lt;tr&gt;&lt;td&gt;",
            "&lt;script&gt;",
            "&lt;a b=&quot;",
            "&lt;a ",
            "&lt;!--",
            "&lt;/",
            "&amp;amp;",
            "<script></",
            "<item>",
            "<item/>",
            "<item></channel>",
            "<title>",
            "<entry><link href='",
            "<x xmlns='a'>",
            "<x xml:base='a/'>",
            "<link href='../'/>",
            "<guid>https://a.example/../</guid>",
            "../",
            "\u202e\u200b",
            " \n",
            "\ud83d");

    private void decodesSoon(Format format, String body) {
        Throwable thrown = assertTimeoutPreemptively(
                SOON,
                () -> catchThrowable(() -> format.decode(answer(body)).stream()
                        .map(article -> article.toArticle("hostile"))
                        .toList()));

        assertThat(thrown == null || thrown instanceof FormatException)
                .as("thrown: %s", thrown)
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void aFeedOfOnePartIsReadSoonWhereverThatStands(String part) {
        String all = upTo2Mb(part);

        decodesSoon(Formats.feed(), all);
        decodesSoon(Formats.feed(), rss(all));
        decodesSoon(Formats.feed(), rss("<item><title>" + all + "</title></item>"));
        decodesSoon(Formats.feed(), rss("<item><link>" + all + "</link><description>" + all + "</description></item>"));
        decodesSoon(Formats.feed(), atom("<content type='xhtml'>" + all + "</content>"));
        decodesSoon(Formats.feed(), rss("<item><pubDate>" + all + "</pubDate></item>"));
        decodesSoon(Formats.feed(), "<rss a='" + all + "'/>");
    }

    @Test
    void attributesWithoutEndAreReadSoon() {
        decodesSoon(Formats.feed(), rss("<item><link " + upTo2Mb(i -> "a" + i + "='" + i + "' ") + "/></item>"));
        decodesSoon(Formats.feed(), rss("<item><link " + upTo2Mb("href ") + "/></item>"));
        decodesSoon(Formats.feed(), rss(upTo2Mb("<item><link rel='x' type='y' href='z' a='1' b='2'/></item>")));
    }

    @Test
    void namespacesWithoutEndAreReadSoon() {
        decodesSoon(Formats.feed(), "<rss " + upTo2Mb(i -> "xmlns:a" + i + "='" + i + "' ") + "/>");
        decodesSoon(Formats.feed(), rss("<item>" + upTo2Mb(i -> "<a" + i + ":b xmlns:a" + i + "='c'>") + "</item>"));
        decodesSoon(
                Formats.feed(),
                "<rss "
                        + IntStream.range(0, 1000)
                                .mapToObj(i -> "xmlns:a" + i + "='c'")
                                .collect(Collectors.joining(" "))
                        + "><channel>" + upTo2Mb("<a999:item/>") + "</channel></rss>");
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void htmlInJsonIsReadSoon(String part) {
        String html = upTo2Mb(part.replace("\"", "'").replace("\n", "\\n"));

        decodesSoon(
                Formats.newsApi(),
                "{\"articles\": [{\"title\": \"" + html + "\", \"url\": \"http://a/" + html + "\"}]}");
        decodesSoon(Formats.newsApi(), "{\"articles\": [{\"description\": \"" + html + "\"}]}");
    }

    @Test
    void aDateOrAddressInJsonIsReadSoon() {
        for (String part :
                List.of("1", "1-", "Jan ", "+1", "(", "オ", ":", "/../", "?", "%", "@", "ä", ".", "&utm_a", "[")) {
            String all = upTo2Mb(part);
            decodesSoon(Formats.newsApi(), "{\"articles\": [{\"publishedAt\": \"" + all + "\"}]}");
            decodesSoon(
                    Formats.newsApi(),
                    "{\"articles\": [{\"title\": \"a\", \"url\": \"https://a.example/" + all + "\"}]}");
            decodesSoon(Formats.newsApi(), "{\"articles\": [{\"title\": \"a\", \"url\": \"https://" + all + "\"}]}");
        }
    }

    @Test
    void jsonIsReadSoonHoweverItIsBuilt() {
        List<String> bodies = List.of(
                "{\"articles\":" + upTo2Mb("["),
                "{\"articles\":[" + upTo2Mb("{\"a\":"),
                "{\"articles\":[" + upTo2Mb("[],") + "[]]}",
                "{\"articles\":[" + upTo2Mb("{},") + "{}]}",
                "{" + upTo2Mb("\"articles\":[{}],") + "\"a\":1}",
                "{" + upTo2Mb(i -> "\"" + collidingWord(i) + "\":\"\",") + "\"a\":1}",
                "{\"articles\":[{" + upTo2Mb(i -> "\"" + collidingWord(i) + "\":1,") + "\"a\":1}]}",
                "{\"articles\":[{\"title\":" + upTo2Mb("1") + "}]}",
                "{\"articles\":[{\"title\":1e" + upTo2Mb("9") + "}]}",
                "{\"articles\":[{\"" + upTo2Mb("a") + "\":1}]}",
                upTo2Mb(" "),
                upTo2Mb("\ufeff"));

        bodies.forEach(body -> decodesSoon(Formats.newsApi(), body));
    }

    /** Words of 2^20 that have one hash in Java. */
    private static String collidingWord(int number) {
        return IntStream.range(0, 20)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @Test
    void bytesOfNoEncodingAreReadSoon() {
        byte[] body = new byte[SIZE];
        for (int pattern : new int[] {0x00, 0x80, 0xc3, 0xe0, 0xf0, 0xff, 0x1b, 0x3c}) {
            Arrays.fill(body, (byte) pattern);
            assertTimeoutPreemptively(
                    SOON, () -> catchThrowable(() -> Formats.feed().decode(answer(body, null))));
            assertTimeoutPreemptively(
                    SOON, () -> catchThrowable(() -> Formats.newsApi().decode(answer(body, null))));
        }
    }

    @Test
    void textIsNotLostBehindMuchMarkup() {
        String hidden = "<style>" + "a".repeat(200_000) + "</style><!--" + "b".repeat(200_000) + "--><img src='data:"
                + "c".repeat(200_000) + "'>" + "<table><tr><td>".repeat(10_000);

        assertThat(Formats.feed(rss("<item><description><![CDATA[" + hidden + "Text]]></description></item>")))
                .extracting(ParsedArticle::summary)
                .containsExactly("Text");
    }
}
