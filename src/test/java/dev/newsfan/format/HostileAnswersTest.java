package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static dev.newsfan.format.Formats.atom;
import static dev.newsfan.format.Formats.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Long answers, made to keep whoever reads them busy or to overflow his stack. */
class HostileAnswersTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A fifth of what is read by default: enough to tell. */
    private static final int SIZE = 400_000;

    /** Of the processor. What is linear takes a tenth of it at first, and what takes a square of the length more than it. */
    private static final Duration SOON = Duration.ofMillis(800);

    private static final Duration FOR_EVER = Duration.ofSeconds(60);

    private static String repeated(String part) {
        return part.repeat(SIZE / part.length());
    }

    private static String repeated(IntFunction<String> part) {
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
            "&amp;",
            "&amp;amp;",
            "Ã©",
            "<title mode='base64'>",
            "<script></",
            "<item>",
            "<item/>",
            "<item xmlns:a='b' xml:base='c/'>",
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
        long[] took = new long[1];
        Throwable thrown = assertTimeoutPreemptively(FOR_EVER, () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            Throwable failure = catchThrowable(() -> format.decode(answer(body)).stream()
                    .map(article -> article.toArticle("hostile"))
                    .toList());
            took[0] = THREADS.getCurrentThreadCpuTime() - before;
            return failure;
        });

        assertThat(Duration.ofNanos(took[0])).isLessThan(SOON);
        assertThat(thrown == null || thrown instanceof FormatException)
                .as("thrown: %s", thrown)
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void aFeedOfOnePartIsReadSoonWhereverThatStands(String part) {
        String all = repeated(part);

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
        decodesSoon(Formats.feed(), rss("<item><link " + repeated(i -> "a" + i + "='" + i + "' ") + "/></item>"));
        decodesSoon(Formats.feed(), rss("<item><link " + repeated("href ") + "/></item>"));
        decodesSoon(Formats.feed(), rss(repeated("<item><link rel='x' type='y' href='z' a='1' b='2'/></item>")));
    }

    @Test
    void itemsInOneAnotherAreReadSoon() {
        decodesSoon(Formats.feed(), rss(repeated(i -> "<item xmlns:a" + i + "='b'><a" + i + ":item>")));
        decodesSoon(Formats.feed(), rss("<a>".repeat(200) + repeated("<item><title>a")));
        decodesSoon(Formats.feed(), rss(repeated("<item><guid isPermaLink='true'>/a")));
    }

    @Test
    void namespacesWithoutEndAreReadSoon() {
        decodesSoon(Formats.feed(), "<rss " + repeated(i -> "xmlns:a" + i + "='" + i + "' ") + "/>");
        decodesSoon(Formats.feed(), rss("<item>" + repeated(i -> "<a" + i + ":b xmlns:a" + i + "='c'>") + "</item>"));
        decodesSoon(
                Formats.feed(),
                "<rss "
                        + IntStream.range(0, 1000)
                                .mapToObj(i -> "xmlns:a" + i + "='c'")
                                .collect(Collectors.joining(" "))
                        + "><channel>" + repeated("<a999:item/>") + "</channel></rss>");
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void htmlInJsonIsReadSoon(String part) {
        String html = repeated(part.replace("\"", "'").replace("\n", "\\n"));

        decodesSoon(
                Formats.newsApi(),
                "{\"articles\": [{\"title\": \"" + html + "\", \"url\": \"http://a/" + html + "\"}]}");
        decodesSoon(Formats.newsApi(), "{\"articles\": [{\"description\": \"" + html + "\"}]}");
    }

    @Test
    void aDateOrAddressInJsonIsReadSoon() {
        for (String part :
                List.of("1", "1-", "Jan ", "+1", "(", "オ", ":", "/../", "?", "%", "@", "ä", ".", "&utm_a", "[")) {
            String all = repeated(part);
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
                "{\"articles\":" + repeated("["),
                "{\"articles\":[" + repeated("{\"a\":"),
                "{\"articles\":[" + repeated("[],") + "[]]}",
                "{\"articles\":[" + repeated("{},") + "{}]}",
                "{" + repeated("\"articles\":[{}],") + "\"a\":1}",
                "{" + repeated(i -> "\"" + collidingWord(i) + "\":\"\",") + "\"a\":1}",
                "{\"articles\":[{" + repeated(i -> "\"" + collidingWord(i) + "\":1,") + "\"a\":1}]}",
                "{\"articles\":[{\"title\":" + repeated("1") + "}]}",
                "{\"articles\":[{\"title\":1e" + repeated("9") + "}]}",
                "{\"articles\":[{\"" + repeated("a") + "\":1}]}",
                repeated(" "),
                repeated("\ufeff"));

        bodies.forEach(body -> decodesSoon(Formats.newsApi(), body));
    }

    @Test
    void itsFormatIsFoundOutSoon() {
        List<String> bodies = List.of(
                repeated("["),
                repeated("{\"a\":"),
                "[" + repeated("null,") + "{}]",
                "[" + repeated("1,") + "1]",
                "[" + repeated("{\"id\":1,\"type\":1,\"time\":1},") + "1]",
                "{" + repeated(i -> "\"" + collidingWord(i) + "\":{},") + "\"a\":1}",
                "{" + repeated(i -> "\"" + i + "\":{\"a\":{}},") + "\"a\":1}",
                "{" + repeated("\"response\":{\"a\":[]},") + "\"a\":1}",
                "{\"" + repeated("a") + "\":1}",
                "{\"a\":[" + repeated("{},") + "{}],\"articles\":[]}",
                "{\"errors\":\"" + repeated("a") + "\"}",
                "[" + repeated("123456789,") + "1]",
                repeated(" ") + "{}",
                repeated("\ufeff"),
                repeated("a") + "<rss>");

        bodies.forEach(body -> decodesSoon(Formats.auto(), body));
    }

    @Test
    void aWebPageIsTakenForOneSoon() {
        for (String part : List.of(
                "<link ",
                "<link type='application/rss+xml' href='",
                "<link type=application/rss+xml>",
                "<link type",
                "<link " + "a".repeat(999) + " ",
                "<link type=",
                "<link " + "type ".repeat(150),
                "<link href=" + " ".repeat(900) + ">",
                "<!--",
                "<!doctype html",
                "<",
                "a:",
                " ")) {
            decodesSoon(Formats.auto(), "<html>" + repeated(part));
            decodesSoon(Formats.auto(), repeated(part));
            decodesSoon(Formats.auto(), "<" + repeated(part));
        }
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
