package dev.newsfan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes one answer of several, each a value of JSON. */
public final class JsonParts {

    private JsonParts() {}

    /** A body as plain JSON in UTF-8, however it was written; nothing if it isn't one value of JSON. Linear in its length. */
    public static Optional<byte[]> plain(byte[] body) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(body.length);
        try (JsonParser parser = Json.FACTORY.createParser(body);
                JsonGenerator generator = Json.FACTORY.createGenerator(plain)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            generator.copyCurrentStructureExact(parser);
            generator.flush();
            return Optional.of(plain.toByteArray()).filter(_ -> parser.isClosed() || isEnd(parser));
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isEnd(JsonParser parser) {
        try {
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The array of these values, in their order. */
    public static byte[] array(List<byte[]> values) {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        char before = '[';
        for (byte[] value : values) {
            array.write(before);
            array.writeBytes(value);
            before = ',';
        }
        if (values.isEmpty()) {
            array.write(before);
        }
        array.write(']');
        return array.toByteArray();
    }
}
