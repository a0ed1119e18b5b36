package dev.newsfan.faults;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What sources answer with. */
final class Feeds {

    /** A whole answer of one article, after which the connection can be used again. */
    static final String GOOD = answer(json(item(1)));

    private Feeds() {}

    static String json(String items) {
        return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [" + items + "]}";
    }

    /** Each but the last with a comma behind it. */
    static String items(int number, IntFunction<String> item) {
        return IntStream.range(0, number).mapToObj(item).collect(joining(","));
    }

    static String item(int number) {
        return item("Ferry number " + number, "https://a.example/" + number, "2026-11-20T04:32:00Z");
    }

    static String item(String title, String url, String date) {
        return "{\"title\":\"" + title + "\",\"url\":\"" + url + "\",\"date_published\":\"" + date + "\"}";
    }

    /** An RSS feed of this item's inside. */
    static String rss(String prolog, String item) {
        return "<?xml version='1.0'?>" + prolog + "<rss version='2.0'><channel><title>T</title><item>" + item
                + "</item></channel></rss>";
    }

    /** A head with these headers, each but the last with its line end. */
    static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/feed+json\r\n" + headers + "\r\n\r\n";
    }

    /** A head with the right length, and the body. */
    static String answer(String body) {
        return head("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length) + body;
    }
}
