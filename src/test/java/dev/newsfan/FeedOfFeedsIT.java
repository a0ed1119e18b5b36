package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One Newsfan whose sources are the feeds of another, as packaged. */
@Tag("long")
class FeedOfFeedsIT {

    @Test
    void readsWhatTheOtherWrites(@TempDir Path folder) throws Exception {
        try (HeldUpstream upstream = new HeldUpstream();
                PackagedService one = start(
                        folder.resolve("one"),
                        "newsfan.sources.wire.url=" + upstream.url(),
                        "newsfan.sources.wire.format=json-feed");
                PackagedService other = start(
                        folder.resolve("other"),
                        "newsfan.sources.atom.url=" + one.url().resolve("/feed.atom?sources=wire"),
                        "newsfan.sources.atom.format=feed",
                        "newsfan.sources.json.url=" + one.url().resolve("/feed.json?sources=wire"),
                        "newsfan.sources.json.format=json-feed")) {
            upstream.release();
            Map<String, String> original = article(one, "wire");

            assertThat(original.get("title")).isEqualTo(HeldUpstream.TITLE);
            for (String source : new String[] {"atom", "json"}) {
                Map<String, String> read = article(other, source);
                assertThat(read).containsEntry("source", source);
                for (String part : new String[] {"title", "url", "published_at"}) {
                    assertThat(read.get(part)).as(part).isEqualTo(original.get(part));
                }
            }
            assertThat(one.output() + other.output()).doesNotContain("WARN", "ERROR");
        }
    }

    private static PackagedService start(Path folder, String... configuration) throws IOException {
        return PackagedService.start(Files.createDirectory(folder), configuration);
    }

    private static Map<String, String> article(PackagedService service, String source) {
        HttpResponse<String> answer =
                service.ask("/async-news?sources=" + source).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonPath(answer.body()).getMap("articles[0]");
    }
}
