package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the package writes to its log, as those see it who collect it. */
@Tag("long")
class LogIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String KEY = "s3cret-key";

    private static List<JsonNode> lines(PackagedService service) {
        return service.output().lines().map(LogIT::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static List<String> messages(PackagedService service) {
        return lines(service).stream()
                .map(line -> line.path("message").asText())
                .toList();
    }

    @Test
    void isAnObjectInEachLineFromTheStartOn(@TempDir Path folder) throws Exception {
        try (HeldUpstream upstream = new HeldUpstream();
                PackagedService service = PackagedService.start(
                        folder,
                        "newsfan.log-format=json",
                        "newsfan.access-log=true",
                        "newsfan.sources.a.url=" + upstream.url() + "?key=" + KEY,
                        "newsfan.sources.a.headers.X-Api-Key=" + KEY,
                        "newsfan.sources.refused.url=http://localhost:1/feed.json")) {
            upstream.release();
            String id = service.ask("/async-news?q=" + KEY)
                    .join()
                    .headers()
                    .firstValue("Trace-Id")
                    .orElseThrow();
            await().atMost(PackagedService.PATIENCE)
                    .until(() -> service.output().contains("dev.newsfan.access"));

            assertThat(messages(service))
                    .anyMatch(message -> message.contains("What is configured:\n"))
                    .anyMatch(message -> message.contains("refused failed in async mode"));
            assertThat(lines(service))
                    .filteredOn(line -> line.path("trace_id").asText().equals(id))
                    .hasSize(2)
                    .last()
                    .satisfies(line -> {
                        assertThat(line.path("path").asText()).isEqualTo("/async-news");
                        assertThat(line.path("status").asInt()).isEqualTo(200);
                        assertThat(line.path("ok").asInt()).isEqualTo(1);
                        assertThat(line.path("error").asInt()).isEqualTo(1);
                        assertThat(line.path("gone").isBoolean()).isTrue();
                    });
            assertThat(service.output()).doesNotContain(KEY);
        }
    }

    @Test
    void tellsAlsoWhatIsWrongWithTheConfigurationInJson(@TempDir Path folder) throws Exception {
        try (PackagedService service = PackagedService.start(
                folder,
                "newsfan.log-format=json",
                "newsfan.budget=never",
                "newsfan.sources.a.url=https://news.example/")) {
            assertThat(service.awaitExit()).isNotZero();

            // Quarkus prints it as a text as well.
            assertThat(service.output().lines().filter(line -> line.startsWith("{")))
                    .extracting(line -> read(line).path("message").asText())
                    .anyMatch(message -> message.contains("newsfan.budget is \"never\""));
        }
    }
}
