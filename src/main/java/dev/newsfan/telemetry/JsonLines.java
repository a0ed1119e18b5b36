package dev.newsfan.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Writes each record of the log as one object of JSON in one line, whatever it says.
 *
 * <p>What is a map among its parameters becomes fields of the object; the id of a request at the end of its message becomes one as
 * well.
 */
final class JsonLines extends ExtFormatter {

    /** What is cut off beyond that: lines of 16 KB are what those who collect them take in one piece. */
    static final int LONGEST_MESSAGE = 4000;

    static final int LONGEST_STACK = 8000;

    private static final Pattern TRACE = Pattern.compile("\\(trace ([0-9a-f]{32})\\)$");

    /** With all digits, so that lines sort by it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** In ASCII alone: the console may be of any encoding, and some take other characters than line feeds for the end of a line. */
    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String format(ExtLogRecord line) {
        StringWriter text = new StringWriter(200);
        try (JsonGenerator object = json.createGenerator(text)) {
            object.writeStartObject();
            write(line, object);
            object.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void write(ExtLogRecord line, JsonGenerator object) throws IOException {
        object.writeStringField("timestamp", TIME.format(line.getInstant()));
        object.writeStringField("level", line.getLevel().getName());
        object.writeStringField("logger", clean(line.getLoggerName(), LONGEST_MESSAGE));
        object.writeStringField("thread", clean(line.getThreadName(), LONGEST_MESSAGE));
        String message = String.valueOf(formatMessage(line));
        object.writeStringField("message", clean(message, LONGEST_MESSAGE));
        Matcher trace = TRACE.matcher(message);
        if (trace.find()) {
            object.writeStringField("trace_id", trace.group(1));
        }
        for (Map<?, ?> fields : fields(line)) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                object.writeFieldName(clean(field.getKey(), LONGEST_MESSAGE));
                value(field.getValue(), object);
            }
        }
        if (line.getThrown() != null) {
            object.writeStringField("stack_trace", clean(stack(line.getThrown()), LONGEST_STACK));
        }
    }

    private static List<Map<?, ?>> fields(ExtLogRecord line) {
        List<Map<?, ?>> fields = new ArrayList<>();
        Stream.ofNullable(line.getParameters()).flatMap(Stream::of).forEach(parameter -> {
            if (parameter instanceof Map<?, ?> map) {
                fields.add(map);
            }
        });
        return fields;
    }

    private static void value(Object value, JsonGenerator object) throws IOException {
        switch (value) {
            case Integer number -> object.writeNumber(number);
            case Long number -> object.writeNumber(number);
            case BigDecimal number -> object.writeNumber(number);
            case Boolean is -> object.writeBoolean(is);
            case null, default -> object.writeString(clean(value, LONGEST_MESSAGE));
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }

    /** Not too long, and without halves of characters, which can't be written in UTF-8 and which readers of JSON refuse. */
    private static String clean(Object value, int longest) {
        String text = String.valueOf(value);
        boolean cut = text.codePointCount(0, text.length()) > longest;
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> Character.isSurrogate((char) c) && Character.isBmpCodePoint(c) ? '\uFFFD' : c)
                .forEach(whole::appendCodePoint);
        return cut ? whole.append("...").toString() : whole.toString();
    }
}
