package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

class JsonLinesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonLines lines = new JsonLines();

    private static ExtLogRecord message(String text) {
        ExtLogRecord line = new ExtLogRecord(Level.WARN, text, ExtLogRecord.FormatStyle.NO_FORMAT, "test");
        line.setLoggerName("dev.newsfan.test");
        line.setThreadName("asker");
        line.setInstant(Instant.parse("2026-11-20T04:32:00.1Z"));
        return line;
    }

    /** As it is read by whoever collects the lines. */
    private JsonNode read(ExtLogRecord line) {
        String text = lines.format(line);
        assertThat(text).endsWith("\n");
        assertThat(text.chars().limit(text.length() - 1)).allMatch(c -> c >= ' ' && c <= 127);
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    @Example
    void tellsWhatALineTells() {
        JsonNode line = read(message("wire failed"));

        assertThat(line.toString())
                .isEqualTo("{\"timestamp\":\"2026-11-20T04:32:00.100000Z\",\"level\":\"WARN\","
                        + "\"logger\":\"dev.newsfan.test\",\"thread\":\"asker\",\"message\":\"wire failed\"}");
    }

    @Example
    void tellsTheIdThatEndsAMessage() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(read(message("wire failed (trace " + id + ")"))
                        .path("trace_id")
                        .asText())
                .isEqualTo(id);
        assertThat(read(message("a (trace " + id + ") of old")).has("trace_id")).isFalse();
    }

    @Example
    void makesFieldsOfAMap() {
        ExtLogRecord line = message("%s");
        line.setMessage("%s", ExtLogRecord.FormatStyle.PRINTF);
        line.setParameters(new Object[] {Map.of("seconds", new BigDecimal("0.250"), "gone", true, "path", "/a\nb")});

        JsonNode read = read(line);

        assertThat(read.path("seconds").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(read.path("gone").booleanValue()).isTrue();
        assertThat(read.path("path").asText()).isEqualTo("/a\nb");
    }

    @Example
    void hasTheStackInTheSameLine() {
        ExtLogRecord line = message("it broke");
        line.setThrown(new IllegalStateException("one\ntwo"));

        assertThat(read(line).path("stack_trace").asText())
                .startsWith("java.lang.IllegalStateException: one\ntwo\n\tat ")
                .hasSizeLessThanOrEqualTo(JsonLines.LONGEST_STACK + 3);
    }

    @Property
    void isAlwaysOneObjectInOneLine(@ForAll String text) {
        assertThat(read(message(text)).path("message").asText()).hasSameSizeAs(text);
    }

    @Example
    void cutsWhatIsHuge() {
        String read =
                read(message("\uD83D\uDE00\n".repeat(100_000))).path("message").asText();

        assertThat(read.codePoints()).hasSize(JsonLines.LONGEST_MESSAGE + 3);
        assertThat(read).startsWith("\uD83D\uDE00\n\uD83D\uDE00").endsWith("...");
    }

    @Example
    void saysOfNothingWholeThatItIsCut() {
        String longest = "\uD83D\uDE00".repeat(JsonLines.LONGEST_MESSAGE);

        assertThat(read(message(longest)).path("message").asText()).isEqualTo(longest);
    }

    @Example
    void replacesHalvesOfCharacters() {
        assertThat(read(message("a\uD83Db\uDE00")).path("message").asText()).isEqualTo("a\uFFFDb\uFFFD");
    }
}
