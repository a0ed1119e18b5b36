package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Formats for the tests of this room and others. */
public final class Formats {

    /** In the middle of the stubs' news. */
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private Formats() {}

    /** NewsAPI's JSON. */
    public static Format newsApi() {
        return new NewsApiFormat(CLOCK);
    }

    /** Whichever it is. */
    public static Format auto() {
        return catalog().named("auto");
    }

    static FormatCatalog catalog() {
        return new FormatCatalog(
                List.of(newsApi(), jsonFeed(), feed(), gnews(), guardian(), nyt(), hnAlgolia(), hackerNews()));
    }

    static Format gnews() {
        return new GnewsFormat(CLOCK);
    }

    static Format guardian() {
        return new GuardianFormat(CLOCK);
    }

    static Format nyt() {
        return new NytFormat(CLOCK);
    }

    static Format hnAlgolia() {
        return new HnAlgoliaFormat(CLOCK);
    }

    static Format hackerNews() {
        return new HackerNewsFormat(CLOCK);
    }

    static Format jsonFeed() {
        return new JsonFeedFormat(CLOCK);
    }

    static Format feed() {
        return new FeedFormat(CLOCK);
    }

    static Answer answer(String body) {
        return answer(body.getBytes(UTF_8), null);
    }

    /** @param contentType null if there is none */
    static Answer answer(byte[] body, String contentType) {
        return new Answer(body, Optional.ofNullable(contentType), Optional.empty());
    }

    /** What a feed says that was found at a URL. */
    static List<ParsedArticle> feedAt(String url, String xml) {
        return feed().decode(new Answer(xml.getBytes(UTF_8), Optional.empty(), Optional.of(url)));
    }

    static List<ParsedArticle> feed(String xml) {
        return feed().decode(answer(xml));
    }

    /** What a feed says that has one item. */
    static ParsedArticle only(String xml) {
        List<ParsedArticle> articles = feed(xml);
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    /** What an item of RSS says that has these elements. */
    static ParsedArticle item(String elements) {
        return only(rss("<item>" + elements + "</item>"));
    }

    /** RSS with these items. */
    static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>A</title><link>https://a.example/</link>"
                + "<description>A</description>" + items + "</channel></rss>";
    }

    /** Atom with one entry that holds this. */
    static String atom(String entry) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title><entry>" + entry + "</entry></feed>";
    }
}
