package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.news.Article;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to read a long answer whose texts are HTML, as most are: ten times the items should take ten times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FeedBenchmark {

    private static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");

    /** An answer of so many items, 0.8 KB each. */
    public enum Kind {
        RSS("<rss version='2.0'><channel><link>https://a.example/</link>", FeedBenchmark::rss, "", "</channel></rss>"),
        ATOM("<feed xmlns='http://www.w3.org/2005/Atom'>", FeedBenchmark::atom, "", "</feed>"),
        JSON("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", FeedBenchmark::json, ",", "]}");

        private final String start;
        private final IntFunction<String> item;
        private final String between;
        private final String end;

        Kind(String start, IntFunction<String> item, String between, String end) {
            this.start = start;
            this.item = item;
            this.between = between;
            this.end = end;
        }

        private byte[] withItems(int count) {
            return IntStream.range(0, count)
                    .mapToObj(item)
                    .collect(Collectors.joining(between, start, end))
                    .getBytes(UTF_8);
        }
    }

    @Param
    public Kind kind;

    @Param({"1000", "10000"})
    public int items;

    private Format format;
    private Answer answer;

    @Setup
    public void prepare() {
        InstantSource clock = InstantSource.fixed(NEWEST);
        format = kind == Kind.JSON ? new JsonFeedFormat(clock) : new FeedFormat(clock);
        answer = new Answer(kind.withItems(items), Optional.empty(), Optional.of("https://a.example/feed"));
    }

    private static Instant date(int number) {
        return NEWEST.minusSeconds(600L * number);
    }

    private static String html(int number) {
        return "<p>Bakers &amp; beekeepers share a roof&#8212;the <a href=\"https://a.example/" + number
                + "\">old customs quarter</a> has <b>twelve hives</b> now.</p><p>"
                + "So it began in spring. ".repeat(15)
                + "</p><img src=\"https://a.example/p.png\" alt=\"\">";
    }

    private static String escaped(String html) {
        return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String rss(int number) {
        return """
                <item><title>Bakers &amp;amp; bees, part %d</title><link>https://a.example/news/%d</link>
                <guid isPermaLink="false">%d</guid><pubDate>%s</pubDate><category>City</category>
                <description>%s</description></item>
                """.formatted(
                        number,
                        number,
                        number,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date(number).atOffset(ZoneOffset.ofHours(1))),
                        escaped(html(number)));
    }

    private static String atom(int number) {
        return """
                <entry><title type="html">Bakers &amp;amp; bees, part %d</title><link href="https://a.example/news/%d"/>
                <id>urn:%d</id><published>%s</published><updated>%s</updated><category term="City"/>
                <content type="html">%s</content></entry>
                """.formatted(number, number, number, date(number), date(number), escaped(html(number)));
    }

    private static String json(int number) {
        return """
                {"id": "%d", "title": "Bakers and bees, part %d", "url": "https://a.example/news/%d", "date_published": "%s",
                "tags": ["City"], "content_html": "%s"}
                """.formatted(number, number, number, date(number), html(number).replace("\"", "\\\""));
    }

    @Benchmark
    public List<Article> decode() {
        return format.decode(answer).stream()
                .flatMap(article -> article.toArticle("benchmark").stream())
                .toList();
    }
}
