package dev.newsfan.loadlab.soak.servers;

import dev.newsfan.loadlab.soak.SoakArticle;
import dev.newsfan.loadlab.soak.SoakSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What a source writes: an answer's articles in its format. */
final class SourceBody {

    private SourceBody() {}

    static byte[] of(SoakSource source, long answer) {
        String text =
                switch (source.format()) {
                    case "newsapi" ->
                        "{\"status\":\"ok\",\"articles\":[%s]}"
                                .formatted(items(source, answer, ",", SourceBody::newsApi));
                    case "json-feed" ->
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"%s\",\"items\":[%s]}"
                                .formatted(source, items(source, answer, ",", SourceBody::jsonFeed));
                    default ->
                        "<rss version=\"2.0\"><channel><title>%s</title>%s</channel></rss>"
                                .formatted(source, items(source, answer, "", SourceBody::rss));
                };
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String contentType(SoakSource source) {
        return source.format().equals("feed") ? "application/rss+xml" : "application/json";
    }

    static byte[] zip(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String items(
            SoakSource source, long answer, String separator, Function<SoakArticle, String> writer) {
        return IntStream.range(0, SoakArticle.PER_ANSWER)
                .mapToObj(index -> writer.apply(new SoakArticle(source.word(), answer, index)))
                .collect(Collectors.joining(separator));
    }

    private static String newsApi(SoakArticle article) {
        return "{\"title\":\"%s\",\"url\":\"%s\",\"description\":\"%s\",\"publishedAt\":\"%s\"}"
                .formatted(article.title(), article.url(), article.summary(), article.publishedAt());
    }

    private static String jsonFeed(SoakArticle article) {
        return "{\"id\":\"%2$s\",\"title\":\"%1$s\",\"url\":\"%2$s\",\"summary\":\"%3$s\",\"date_published\":\"%4$s\"}"
                .formatted(article.title(), article.url(), article.summary(), article.publishedAt());
    }

    private static String rss(SoakArticle article) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                article.publishedAt().atOffset(ZoneOffset.UTC));
        return "<item><title>%s</title><link>%s</link><description>%s</description><pubDate>%s</pubDate></item>"
                .formatted(article.title(), article.url(), article.summary(), date);
    }
}
