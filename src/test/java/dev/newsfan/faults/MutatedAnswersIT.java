package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.faults.ServiceAmongFaults.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Answers that were good before somebody changed bytes in their heads and bodies: none of them is a mistake of ours. */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
class MutatedAnswersIT {

    /** Another one each time, unless {@code -Dfaults.seed} says which. */
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private static final int ROUNDS = 40;
    private static final int AT_A_TIME = 10;
    private static final List<Integer> STATUSES = List.of(200, 502, 504);

    static final List<Fault> SOURCES = List.of(
            mutating("a JSON Feed", Feeds.answer(Feeds.json(Feeds.items(3, Feeds::item)))),
            mutating("RSS", Feeds.answer(rss())).format("feed"),
            mutating("Atom", Feeds.answer(atom())).format("feed"),
            mutating(
                            "NewsAPI",
                            Feeds.answer(
                                    "{\"status\":\"ok\",\"articles\":[{\"title\":\"A\",\"description\":\"<b>B</b>\","
                                            + "\"url\":\"https://a.example/1\",\"publishedAt\":\"2026-11-20T04:32:00Z\"}]}"))
                    .format("newsapi"));

    private ServiceAmongFaults service;

    private static String rss() {
        return Feeds.rss(
                "<!DOCTYPE rss>",
                "<title>A &amp; B</title><link>https://a.example/1</link><pubDate>Fri, 20 Nov 2026 04:32:00 GMT</pubDate>"
                        + "<description><![CDATA[<p>Ferry &eacute;</p>]]></description>");
    }

    private static String atom() {
        return "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'>"
                + "<entry><title type='html'>A &lt;b&gt;</title><link href='1'/><updated>2026-11-20T04:32:00Z</updated>"
                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Ferry</div></content></entry></feed>";
    }

    private static Fault mutating(String name, String good) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        return Fault.of(
                name,
                RawSource.plain(connection -> {
                    int request = connection.request();
                    connection.write(Mutation.of(bytes, new SplittableRandom(SEED + request)));
                }),
                Expected.ok(1, 0));
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new ServiceAmongFaults(folder, SOURCES);
    }

    @AfterAll
    void stop() throws InterruptedException {
        service.close();
    }

    @ParameterizedTest
    @FieldSource("SOURCES")
    void areNoMistakeOfOurs(Fault source) {
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                ServiceAmongFaults.MODES.forEach(mode -> asked.add(service.ask(mode, source)));
            }
            Stream<Answer> answers = asked.stream().map(CompletableFuture::join);
            assertThat(answers.filter(answer -> !isProper(answer)))
                    .as("seed %d", SEED)
                    .isEmpty();
        }
    }

    private static boolean isProper(Answer answer) {
        return STATUSES.contains(answer.status())
                && !answer.report().path("reason").asText().contains("Newsfan itself failed");
    }
}
