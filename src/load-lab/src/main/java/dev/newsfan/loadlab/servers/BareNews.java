package dev.newsfan.loadlab.servers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;

/** Reads the three formats as the stubs write them, and writes the digest, by hand. */
final class BareNews {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory JSON = MAPPER.getFactory();
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();
    private static final int MOST_ARTICLES = 50;

    private BareNews() {}

    static List<Article> read(StubSource source, byte[] body) {
        try {
            return switch (source.format()) {
                case "newsapi" -> json(source, body, "articles", "publishedAt", "description");
                case "json-feed" -> json(source, body, "items", "date_published", "summary");
                default -> rss(source, body);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Article> json(StubSource source, byte[] body, String list, String date, String summary)
            throws IOException {
        List<Article> articles = new ArrayList<>();
        for (JsonNode item : MAPPER.readTree(body).path(list)) {
            articles.add(new Article(
                    item.path("title").asText(),
                    item.path("url").asText(),
                    Optional.of(OffsetDateTime.parse(item.path(date).asText()).toInstant()),
                    plain(item.path(summary).asText("")),
                    source.name()));
        }
        return articles;
    }

    private static List<Article> rss(StubSource source, byte[] body) throws XMLStreamException {
        List<Article> articles = new ArrayList<>();
        Map<String, String> item = new HashMap<>();
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(body));
        while (xml.hasNext()) {
            int event = xml.next();
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            if (starts && xml.getLocalName().equals("item")) {
                item.clear();
            } else if (starts
                    && List.of("title", "link", "pubDate", "description").contains(xml.getLocalName())
                    && xml.getPrefix().isEmpty()) {
                item.put(xml.getLocalName(), xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("item")) {
                articles.add(article(source, item));
            }
        }
        return articles;
    }

    private static Article article(StubSource source, Map<String, String> item) {
        Instant published = ZonedDateTime.parse(item.get("pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        return new Article(
                plain(item.get("title")),
                item.get("link"),
                Optional.of(published),
                plain(item.getOrDefault("description", "")),
                source.name());
    }

    private static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text
                : Jsoup.parseBodyFragment(text).text();
    }

    static byte[] digest(List<StubSource> sources, List<Future<List<Article>>> parts, long arrived) {
        List<Article> all = new ArrayList<>();
        parts.stream().filter(Future::succeeded).forEach(part -> all.addAll(part.result()));
        Merge merge = Merge.of(all, sources.stream().map(StubSource::name).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("mode", "bare");
            json.writeNumberField("total_time", seconds(arrived));
            json.writeBooleanField("complete", parts.stream().allMatch(Future::succeeded));
            json.writeNumberField("duplicates", merge.duplicates());
            sources(json, sources, parts, arrived);
            json.writeArrayFieldStart("articles");
            List<Article> articles = merge.articles();
            for (Article article : articles.subList(0, Math.min(MOST_ARTICLES, articles.size()))) {
                write(json, article);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sources(
            JsonGenerator json, List<StubSource> sources, List<Future<List<Article>>> parts, long arrived)
            throws IOException {
        json.writeArrayFieldStart("sources");
        for (int i = 0; i < sources.size(); i++) {
            Future<List<Article>> part = parts.get(i);
            json.writeStartObject();
            json.writeStringField("name", sources.get(i).name());
            json.writeStringField("outcome", part.succeeded() ? "ok" : "error");
            json.writeNumberField("articles", part.succeeded() ? part.result().size() : 0);
            json.writeNumberField("dropped", 0);
            json.writeNumberField("started", 0);
            json.writeNumberField("elapsed", seconds(arrived));
            json.writeStringField("thread", Thread.currentThread().getName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Article article) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", article.title());
        json.writeStringField("url", article.url());
        json.writeStringField(
                "published_at", article.publishedAt().orElseThrow().toString());
        json.writeStringField("summary", article.summary());
        json.writeStringField("source", article.source());
        if (!article.alsoIn().isEmpty()) {
            json.writeArrayFieldStart("also_in");
            for (String source : article.alsoIn()) {
                json.writeString(source);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e6) / 1000.0;
    }
}
