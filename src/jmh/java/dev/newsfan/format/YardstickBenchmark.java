package dev.newsfan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.news.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The least code that reads the stubs, as somebody would write it by hand who knows that no other answer will ever come. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class YardstickBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
    private static final Set<String> FIELDS = Set.of("title", "link", "pubDate", "description");

    private byte[] newsapi;
    private byte[] rss;

    @Setup
    public void prepare() throws IOException {
        newsapi = stub("world-wire.json");
        rss = stub("city-herald.xml");
    }

    private static byte[] stub(String file) throws IOException {
        try (InputStream stub = YardstickBenchmark.class.getResourceAsStream("/stubs/__files/" + file)) {
            return stub.readAllBytes();
        }
    }

    @Benchmark
    public List<Article> newsapi() throws IOException {
        List<Article> articles = new ArrayList<>();
        for (JsonNode item : JSON.readTree(newsapi).path("articles")) {
            articles.add(new Article(
                    item.path("title").asText(),
                    item.path("url").asText(),
                    Optional.of(OffsetDateTime.parse(item.path("publishedAt").asText())
                            .toInstant()),
                    plain(item.path("description").asText("")),
                    "stub"));
        }
        return articles;
    }

    @Benchmark
    public List<Article> rss() throws XMLStreamException {
        List<Article> articles = new ArrayList<>();
        Map<String, String> item = new HashMap<>();
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(rss));
        while (xml.hasNext()) {
            int event = xml.next();
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            if (starts && xml.getLocalName().equals("item")) {
                item.clear();
            } else if (starts
                    && FIELDS.contains(xml.getLocalName())
                    && xml.getPrefix().isEmpty()) {
                item.put(xml.getLocalName(), xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("item")) {
                articles.add(article(item));
            }
        }
        return articles;
    }

    private static Article article(Map<String, String> item) {
        return new Article(
                plain(item.get("title")),
                item.get("link"),
                Optional.of(ZonedDateTime.parse(item.get("pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()),
                plain(item.getOrDefault("description", "")),
                "stub");
    }

    private static String plain(String text) {
        boolean html = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return html ? Jsoup.parseBodyFragment(text).text() : text;
    }
}
