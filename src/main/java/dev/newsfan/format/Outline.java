package dev.newsfan.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an answer looks like from afar: enough to tell in which format it is, without reading all of it. A field of an object in
 * the answer's own is called by both names with a dot between them; of a list, the fields are those of its first object. Those
 * with long names are left out, and all beyond the first {@value #MOST}. For one thread.
 */
public final class Outline {

    /** More than any API has at its top. */
    static final int MOST = 64;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 100;

    /** What an answer is as a whole. */
    public enum Shape {
        /** XML or HTML. */
        MARKUP,
        /** A JSON object. */
        OBJECT,
        /** A JSON list, but not one of numbers. */
        LIST,
        /** A JSON list of numbers, if of anything. */
        NUMBERS,
        /** Nothing of these. */
        OTHER
    }

    private final Set<String> fields = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private Shape shape;
    private boolean whole;

    Outline(Shape shape) {
        this.shape = shape;
    }

    /** What it is; never null. */
    public Shape shape() {
        return shape;
    }

    /** Whether there is a field of this name, as far as has been looked. */
    public boolean has(String field) {
        return fields.contains(field);
    }

    /** Whether there is one of this name that is a list. */
    public boolean hasList(String field) {
        return lists.contains(field);
    }

    /** The text of a field, or an empty one if it is missing, no text, or a long one. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** Whether there is nothing more to be seen. Until then some formats may wait and see. */
    public boolean isWhole() {
        return whole;
    }

    void shape(Shape found) {
        shape = found;
    }

    void add(String field) {
        if (field.length() <= LONGEST_NAME) {
            fields.add(field);
        }
    }

    void addList(String field) {
        add(field);
        if (has(field)) {
            lists.add(field);
        }
    }

    void addText(String field, String text) {
        add(field);
        if (has(field) && text.length() <= LONGEST_TEXT) {
            texts.put(field, text);
        }
    }

    boolean isFull() {
        return fields.size() >= MOST;
    }

    void end() {
        whole = true;
    }
}
