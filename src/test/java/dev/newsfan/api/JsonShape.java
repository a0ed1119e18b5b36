package dev.newsfan.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The structure of JSON, whatever its values are. */
public final class JsonShape {

    private JsonShape() {}

    /** The names of the fields with what is in them; of a list only what all its elements have together. */
    public static Object of(Object json) {
        return switch (json) {
            case Map<?, ?> object -> {
                Map<Object, Object> fields = new TreeMap<>();
                object.forEach((name, value) -> fields.put(name, of(value)));
                yield fields;
            }
            case Collection<?> list
            when list.stream().allMatch(Map.class::isInstance) -> {
                Map<Object, Object> together = new TreeMap<>();
                list.forEach(element -> together.putAll((Map<?, ?>) of(element)));
                yield List.of(together.keySet());
            }
            case null, default -> "value";
        };
    }
}
