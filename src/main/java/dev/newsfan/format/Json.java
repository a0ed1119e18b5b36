package dev.newsfan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What the JSON formats share. Trees rather than classes: unknown fields and odd types do no harm. */
final class Json {

    private Json() {}

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
    }

    /** @throws FormatException if the body isn't one JSON object */
    static JsonNode object(ObjectMapper mapper, byte[] body) {
        try {
            JsonNode root = mapper.readTree(body);
            if (root == null || !root.isObject()) {
                throw new FormatException("its answer is not a JSON object");
            }
            return root;
        } catch (IOException e) {
            throw new FormatException("its answer is not JSON, or was cut off", e);
        }
    }

    /** @throws FormatException if there is no such array */
    static JsonNode array(JsonNode object, String field, String format) {
        JsonNode array = object.path(field);
        if (!array.isArray()) {
            throw new FormatException(
                    "its answer is not in the format " + format + ": it has no list \"" + field + "\"");
        }
        return array;
    }

    /** The field's text, or an empty string if it is missing, null or anything but text or a number. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
