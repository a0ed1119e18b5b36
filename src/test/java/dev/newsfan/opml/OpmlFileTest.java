package dev.newsfan.opml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpmlFileTest {

    private final Path file;

    OpmlFileTest(@TempDir Path folder) {
        file = folder.resolve("feeds.opml");
    }

    private OpmlFile read(String outlines) throws IOException {
        Files.writeString(file, "<opml>" + outlines + "</opml>");
        return OpmlFile.read(file.toString());
    }

    private static String outline(String title, String url) {
        return "<outline text=\"" + title + "\" xmlUrl=\"" + url + "\"/>";
    }

    @Test
    void namesEachSourceAfterItsTitle() throws IOException {
        OpmlFile feeds = read(outline("The  Guardian: World", "https://a.example/1")
                + outline("L’Équipe", "https://a.example/2")
                + outline("ニュース", "https://www.news.example/3")
                + outline("", "https://[::1]:8080/4")
                + outline("the guardian - world!", "https://a.example/5")
                + outline("", "https://[::]/6"));

        assertThat(feeds.problem()).isEmpty();
        assertThat(feeds.sources())
                .containsExactly(
                        entry("the-guardian-world", "https://a.example/1"),
                        entry("lequipe", "https://a.example/2"),
                        entry("news-example", "https://www.news.example/3"),
                        entry("1", "https://[::1]:8080/4"),
                        entry("the-guardian-world-2", "https://a.example/5"),
                        entry("feed", "https://[::]/6"));
    }

    @Test
    void tellsNothingOfATitleThatIsAUrl() throws IOException {
        OpmlFile feeds = read(outline("https://www.a.example/feed?key=geheim", "https://www.a.example/feed?key=geheim")
                + outline("https://user:geheim@a.example/", "https://user:geheim@a.example/"));

        assertThat(feeds.sources()).containsOnlyKeys("a-example");
        assertThat(feeds.leftOut()).containsExactly("one without a title");
    }

    @Test
    void aLongTitleIsCut() throws IOException {
        assertThat(read(outline("word ".repeat(40), "https://a.example"))
                        .sources()
                        .keySet())
                .singleElement()
                .asString()
                .startsWith("word-word-")
                .hasSizeLessThanOrEqualTo(50)
                .endsWith("word");
    }

    @Test
    void asksAFeedOnceThatIsThereTwice() throws IOException {
        OpmlFile feeds = read(outline("A", "https://a.example")
                + outline("B", "feed://a.example")
                + outline("Again", "feed:https://a.example"));

        assertThat(feeds.sources()).containsOnly(entry("a", "https://a.example"), entry("b", "http://a.example"));
    }

    @Test
    void leavesOutWhatCanNotBeAskedAndSaysSo() throws IOException {
        OpmlFile feeds = read(outline("Good", "https://a.example")
                + outline("Mail", "mailto:a@b.example")
                + outline("Secret", "https://user:word@a.example")
                + outline("x".repeat(100), "mailto:c@b.example")
                + outline("", "/feed"));

        assertThat(feeds.sources()).containsOnlyKeys("good");
        assertThat(feeds.leftOut())
                .containsExactly("\"Mail\"", "\"Secret\"", '"' + "x".repeat(60) + "…\"", "one without a title");
    }

    @Test
    void saysWhyThereIsNothingInIt() throws IOException {
        assertThat(OpmlFile.read("nowhere/feeds.opml").problem())
                .hasValueSatisfying(why -> assertThat(why).startsWith("there is no such file"));
        assertThat(OpmlFile.read(file.getParent().toString()).problem())
                .hasValueSatisfying(why -> assertThat(why).startsWith("it can't be read"));
        assertThat(read("").problem()).hasValueSatisfying(why -> assertThat(why).startsWith("there is no feed in it"));
        Files.writeString(file, "newsfan.sources.a.url=https://a.example");
        assertThat(OpmlFile.read(file.toString()).problem())
                .hasValueSatisfying(why -> assertThat(why).startsWith("it is no OPML"));
    }

    @Test
    void hasABoundOnItsFeeds() throws IOException {
        String outlines = IntStream.rangeClosed(0, OpmlFile.MOST_FEEDS)
                .mapToObj(i -> outline("Feed", "https://a.example/" + i))
                .collect(joining());

        assertThat(read(outlines).problem()).contains("it has 1001 feeds; allowed: up to 1000");
    }
}
