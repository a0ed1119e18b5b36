package dev.newsfan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tokens of a {@link Json}. It goes only as deep as the names that are wanted. For one thread, and one answer. */
final class JsonReader {

    private final JsonParser parser;
    private final String list;
    private final Set<String> wanted;
    private final Map<String, String> fields = new HashMap<>();
    private Optional<List<Map<String, String>>> items = Optional.empty();

    /** @param parser at the very start; the others as {@link Json#read} has them */
    JsonReader(JsonParser parser, String list, Set<String> wanted) {
        this.parser = parser;
        this.list = list;
        this.wanted = wanted;
    }

    Json read() throws IOException {
        boolean all = list.equals(Json.ALL);
        if (parser.nextToken() != (all ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            // What isn't JSON at all is told so before.
            parser.skipChildren();
            throw new FormatException("its answer is not a JSON " + (all ? "list" : "object"));
        }
        if (all) {
            items = Optional.of(items());
        } else {
            readObject("", fields, true);
        }
        return new Json(fields, items);
    }

    private List<Map<String, String>> items() throws IOException {
        List<Map<String, String>> read = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            if (item == JsonToken.START_OBJECT) {
                Map<String, String> kept = new HashMap<>();
                readObject("", kept, false);
                read.add(kept);
            } else {
                read.add(Map.of());
                parser.skipChildren();
            }
        }
        return read;
    }

    /** @param path what the names in it begin with: nothing, or the name of the object and a dot */
    private void readObject(String path, Map<String, String> into, boolean mayHoldList) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String field = path.isEmpty() ? name : path + name;
            JsonToken value = parser.nextToken();
            if (mayHoldList && value == JsonToken.START_ARRAY && field.equals(list)) {
                items = Optional.of(items());
            } else if (value == JsonToken.START_OBJECT && isWantedBelow(field + ".", mayHoldList)) {
                readObject(field + ".", into, mayHoldList);
            } else {
                keep(field, value, into);
            }
        }
    }

    private boolean isWantedBelow(String path, boolean mayHoldList) {
        if (mayHoldList && list.startsWith(path)) {
            return true;
        }
        for (String field : wanted) {
            if (field.startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    private void keep(String field, JsonToken value, Map<String, String> into) throws IOException {
        if (!wanted.contains(field)) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING || value.isNumeric() || value == JsonToken.VALUE_TRUE) {
            into.put(field, parser.getText());
        } else if (value.isStructStart()) {
            into.put(field, "");
            parser.skipChildren();
        } else {
            into.remove(field);
        }
    }
}
