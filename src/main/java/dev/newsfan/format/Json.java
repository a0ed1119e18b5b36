package dev.newsfan.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object with a list of others, which is what the JSON formats are: read token by token, and no tree made of it. Texts
 * and numbers are kept, as texts, where they are wanted; whatever else there is does no harm.
 *
 * @param fields the texts of the object itself
 * @param items those of each entry of the list, none for an entry that is no object; empty if there is no such list
 */
record Json(Map<String, String> fields, Optional<List<Map<String, String>>> items) {

    /** An answer that nests deeper is refused; no source has a use for that. */
    private static final int DEEPEST = 200;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // Whoever answers chooses the names, and what is interned stays.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
    }

    /**
     * Reads an answer.
     *
     * @param list the name of the list
     * @param wanted the names of the fields that are kept: sources may send any number of others
     * @throws FormatException if the body isn't one JSON object
     */
    static Json read(Answer answer, String list, Set<String> wanted) {
        try {
            return parse(answer.body(), list, wanted);
        } catch (IOException | IllegalStateException e) {
            // Jackson knows nothing but Unicode; the other it throws if too many names have one hash.
            return readAsText(answer, list, wanted);
        }
    }

    private static Json parse(byte[] body, String list, Set<String> wanted) throws IOException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return new JsonReader(parser, list, wanted).read();
        }
    }

    private static Json readAsText(Answer answer, String list, Set<String> wanted) {
        try (JsonParser parser = FACTORY.createParser(Encoding.decode(answer.body(), answer.contentType()))) {
            return new JsonReader(parser, list, wanted).read();
        } catch (IOException | IllegalStateException e) {
            throw new FormatException("its answer is not JSON, or was cut off", e);
        }
    }

    private record JsonReader(JsonParser parser, String list, Set<String> wanted) {

        Json read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                // What isn't JSON at all is told so before.
                parser.skipChildren();
                throw new FormatException("its answer is not a JSON object");
            }
            Map<String, String> fields = new HashMap<>();
            Optional<List<Map<String, String>>> items = Optional.empty();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && name.equals(list)) {
                    items = Optional.of(items());
                } else {
                    keep(name, value, fields);
                }
            }
            return new Json(fields, items);
        }

        private List<Map<String, String>> items() throws IOException {
            List<Map<String, String>> items = new ArrayList<>();
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                items.add(item == JsonToken.START_OBJECT ? item() : Map.of());
                parser.skipChildren();
            }
            return items;
        }

        private Map<String, String> item() throws IOException {
            Map<String, String> fields = new HashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                keep(name, parser.nextToken(), fields);
            }
            return fields;
        }

        private void keep(String name, JsonToken value, Map<String, String> fields) throws IOException {
            if (!wanted.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
                fields.put(name, parser.getText());
            } else {
                fields.remove(name);
                parser.skipChildren();
            }
        }
    }

    /** The text of a field, empty if it is missing or neither text nor number. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /**
     * The entries of the list.
     *
     * @throws FormatException if there is none
     */
    List<Map<String, String>> items(String format, String list) {
        return items.orElseThrow(() ->
                new FormatException("its answer is not in the format " + format + ": it has no list \"" + list + "\""));
    }

    /** The first of these fields that isn't blank, or an empty text. */
    static String first(Map<String, String> item, String... fields) {
        for (String field : fields) {
            String text = item.getOrDefault(field, "");
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
