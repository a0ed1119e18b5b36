package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.news.Article;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** What it takes to read one answer, in each format: the stub of dev mode as it is, and with its items many times over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class DecodeBenchmark {

    private static final int ITEMS_OF_A_STUB = 10;

    /** A format, and the stub that is written in it. */
    public enum Stub {
        NEWSAPI("world-wire.json", "articles\": [", "]"),
        JSON_FEED("science-feed.json", "items\": [", "]"),
        FEED("city-herald.xml", "rss.xml\" rel=\"self\" type=\"application/rss+xml\"/>", "</channel>");

        private final String file;
        private final String beforeItems;
        private final String afterItems;

        Stub(String file, String beforeItems, String afterItems) {
            this.file = file;
            this.beforeItems = beforeItems;
            this.afterItems = afterItems;
        }

        private Format format() {
            return switch (this) {
                case NEWSAPI -> new NewsApiFormat();
                case JSON_FEED -> new JsonFeedFormat();
                case FEED -> new FeedFormat();
            };
        }

        private byte[] withItems(int count) throws IOException {
            String whole;
            try (InputStream stub = Stub.class.getResourceAsStream("/stubs/__files/" + file)) {
                whole = new String(stub.readAllBytes(), UTF_8);
            }
            int start = whole.indexOf(beforeItems) + beforeItems.length();
            int end = whole.lastIndexOf(afterItems);
            String items = whole.substring(start, end);
            String between = this == FEED ? "" : ",";
            String all = items + (between + items).repeat(count / ITEMS_OF_A_STUB - 1);
            return (whole.substring(0, start) + all + whole.substring(end)).getBytes(UTF_8);
        }
    }

    @Param
    public Stub stub;

    @Param({"10", "100", "1000", "10000"})
    public int items;

    private Format format;
    private Answer answer;

    @Setup
    public void prepare() throws IOException {
        format = stub.format();
        answer = new Answer(stub.withItems(items), Optional.empty(), Optional.empty());
    }

    @Benchmark
    public List<Article> decode() {
        return format.decode(answer).stream()
                .flatMap(article -> article.toArticle("stub").stream())
                .toList();
    }
}
