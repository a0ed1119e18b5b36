package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;

import dev.newsfan.faults.RawSource.Script;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers that are made to keep their reader busy, or to deceive whoever reads the news. */
final class ContentFaults {

    private static final int MOST_ARTICLES = 500;

    private static final String BILLION_LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>"
            + IntStream.range(0, 10)
                    .mapToObj(i -> "<!ENTITY " + letter(i + 1) + " '" + ("&" + letter(i) + ";").repeat(10) + "'>")
                    .collect(Collectors.joining())
            + "]>";
    private static final String OWN_FILE = "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>";
    private static final String LINK = "<link>https://a.example/1</link>";

    private ContentFaults() {}

    private static String letter(int number) {
        return String.valueOf((char) ('a' + number));
    }

    static Fault.Family all() {
        return new Fault.Family(
                "Content",
                List.of(
                        json("JSON a million levels deep", "[".repeat(1_000_000), error("not JSON")),
                        feed("XML 100,000 levels deep", Feeds.rss("", "<a>".repeat(100_000)), ok(0, 1)),
                        feed("a billion laughs", Feeds.rss(BILLION_LAUGHS, "<title>&k;</title>" + LINK), ok(1, 0)),
                        feed("an entity that is a file", Feeds.rss(OWN_FILE, "<title>&a;</title>" + LINK), ok(1, 0)),
                        json(
                                "25,000 URLs of one hash code",
                                Feeds.items(
                                        25_000,
                                        i -> "{\"title\":\"A\",\"url\":\"https://a.example/" + colliding(i) + "\"}"),
                                ok(MOST_ARTICLES, 25_000 - MOST_ARTICLES)),
                        json(
                                        "100,000 articles",
                                        Feeds.items(100_000, i -> "{\"title\":\"A\",\"url\":\"http://a/" + i + "\"}"),
                                        ok(MOST_ARTICLES, 100_000 - MOST_ARTICLES))
                                .setting("max-size=20M"),
                        feed(
                                "2 MB of tables in tables",
                                Feeds.rss(
                                        "",
                                        "<title>A</title>" + LINK + "<description><![CDATA["
                                                + "<table><tr><td>".repeat(130_000) + "]]></description>"),
                                ok(1, 0)),
                        json("a title of 2 MB", Feeds.item("A".repeat(2_000_000), "https://a.example/1", ""), ok(1, 0)),
                        answer(
                                "newsapi",
                                "a title that nobody can see",
                                "{\"status\":\"ok\",\"articles\":["
                                        + Feeds.item("\\u200b\\u2060\\ufeff", "https://a.example/1", "") + "]}",
                                ok(0, 1)),
                        json(
                                "a title that turns the text around",
                                Feeds.item("\\u202egnp.A", "https://a.example/1", ""),
                                ok(1, 0)),
                        json(
                                "a link with a user in it",
                                Feeds.item("A", "http://bank.example@evil.example/", ""),
                                ok(0, 1)),
                        json("a link that is a script", Feeds.item("A", "javascript:alert(1)", ""), ok(0, 1)),
                        json(
                                "dates of 1970 and of the year 9999",
                                Feeds.item("A", "https://a.example/1", "1970-01-01T00:00:00Z") + ","
                                        + Feeds.item("B", "https://a.example/2", "9999-12-31T23:59:59Z"),
                                ok(2, 0)),
                        answer("json-feed", "a page that says sorry", "<html>Sorry!</html>", error("text/html"))));
    }

    /** Words of 2^15 that have one hash code in Java. */
    private static String colliding(int number) {
        return IntStream.range(0, 15)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static Fault json(String name, String items, Expected expected) {
        return answer("json-feed", name, Feeds.json(items), expected);
    }

    private static Fault feed(String name, String body, Expected expected) {
        return answer("feed", name, body, expected);
    }

    private static Fault answer(String format, String name, String body, Expected expected) {
        String type = body.startsWith("<html") ? "text/html" : body.startsWith("<") ? "text/xml" : "application/json";
        String answer = Feeds.answer(body).replace("application/feed+json", type);
        return Fault.of(name, RawSource.plain(Script.answering(answer)), expected)
                .format(format);
    }
}
