package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --check} of the package, and the other arguments, as scripts see them. */
@Tag("long")
class CheckIT {

    private final HeldUpstream upstream = new HeldUpstream();
    private final Path folder;

    CheckIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        upstream.release();
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    private record Ended(int code, String output) {

        /** A line of the output that holds all these texts in this order. */
        Stream<String> lines(String... texts) {
            String pattern = "(?s).*" + String.join(".*", texts) + ".*";
            return output.lines().filter(line -> line.matches(pattern));
        }
    }

    private Ended run(String... configuration) throws IOException, InterruptedException {
        try (PackagedService service = PackagedService.start(folder, configuration)) {
            return new Ended(service.awaitExit(), service.output());
        }
    }

    @Test
    void printsHowEachSourceAndFeedOfAFileAnswered() throws Exception {
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml><body><outline text='The Other' xmlUrl='" + upstream.url() + "'/></body></opml>");

        Ended check = run("--check", "newsfan.opml=feeds.opml", "newsfan.sources.wire.url=" + upstream.url());

        assertThat(check.code()).isZero();
        assertThat(check.lines("^wire", "ok", "json-feed", "1", "2026-11-20T04:32Z", " s", "nothing said"))
                .hasSize(1);
        assertThat(check.lines("^the-other", "ok", "json-feed")).hasSize(1);
        assertThat(check.lines("All 2 answered")).hasSize(1);
        assertThat(upstream.requests()).isEqualTo(2);
        assertThat(check.output()).doesNotContain("Listening on");
    }

    @Test
    void endsWithOneIfASourceFails() throws Exception {
        Ended check = run(
                "--check",
                "newsfan.sources.wire.url=" + upstream.url(),
                "newsfan.sources.ill.url=http://localhost:9/feed?key=secret",
                "newsfan.sources.ill.format=feed");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.lines("^ill ", "error", "feed", "-")).hasSize(1);
        assertThat(check.lines("^ill: it can't be connected to")).hasSize(1);
        assertThat(check.lines("1 of 2 failed")).hasSize(1);
        assertThat(check.output()).doesNotContain("secret", "\tat ");
    }

    @Test
    void endsWithTwoIfTheConfigurationIsWrong() throws Exception {
        Ended check = run("--check", "newsfan.opml=nowhere.opml", "newsfan.budget=abc");

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.lines("newsfan.opml is \"nowhere.opml\": there is no such file"))
                .hasSize(1);
        assertThat(check.lines("newsfan.budget is \"abc\"; allowed")).hasSize(1);
        assertThat(check.output()).doesNotContain("\tat ");
    }

    @Test
    void tellsWhichArgumentsThereAre() throws Exception {
        Ended wrong = run("--chek");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.lines("no argument \"--chek\"; allowed")).hasSize(1);
        assertThat(wrong.lines("newsfan --check")).hasSize(1);
    }
}
