package dev.newsfan.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object with a list of others, or such a list alone, which is what the JSON formats are: read token by token, and no tree
 * made of it. Texts and numbers are kept, as texts, where they are wanted; whatever else there is does no harm. The field of
 * an object in another is called by both names with a dot between them.
 *
 * @param fields the texts of the object itself
 * @param items those of each entry of the list, none for an entry that is no object; empty if there is no such list
 */
record Json(Map<String, String> fields, Optional<List<Map<String, String>>> items) {

    /** Stands for the list where all of the answer is one. */
    static final String ALL = "";

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
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
    }

    /** Makes something of the tokens of an answer. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /**
     * Reads an answer token by token, from its start once more if it proves to be in no encoding of Unicode.
     *
     * @throws FormatException if the tokens that are read are not JSON
     */
    static <T> T tokens(Answer answer, Reading<T> reading) {
        try (JsonParser parser = FACTORY.createParser(answer.body())) {
            return reading.read(parser);
        } catch (IOException | IllegalStateException e) {
            // Jackson knows nothing but Unicode; the other it throws if too many names have one hash.
            return ofText(answer, reading);
        }
    }

    private static <T> T ofText(Answer answer, Reading<T> reading) {
        try (JsonParser parser = FACTORY.createParser(Encoding.decode(answer.body(), answer.contentType()))) {
            return reading.read(parser);
        } catch (IOException | IllegalStateException e) {
            throw new FormatException("its answer is not JSON, or was cut off", e);
        }
    }

    /**
     * Reads an answer.
     *
     * @param list the name of the list, or {@link #ALL}
     * @param wanted the names of the fields that are kept: sources may send any number of others
     * @throws FormatException if the body isn't one JSON object, or list
     */
    static Json read(Answer answer, String list, Set<String> wanted) {
        return tokens(answer, parser -> new JsonReader(parser, list, wanted).read());
    }

    /** The text of a field, empty if it is missing or neither text nor number. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether a field is there and means anything: neither null nor false. */
    boolean has(String field) {
        return fields.containsKey(field);
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
