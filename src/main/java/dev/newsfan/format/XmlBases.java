package dev.newsfan.format;

import java.util.ArrayDeque;
import java.util.Deque;

/** What links are relative to, where a reader stands in a document (XML Base, section 4). */
final class XmlBases {

    private record Base(int depth, String url) {}

    private final Deque<Base> bases = new ArrayDeque<>();

    /**
     * Takes the {@code xml:base} of an element at this depth.
     *
     * @param document what it is relative to if no element around it has one
     */
    void enter(int depth, String base, String document) {
        if (!base.isBlank()) {
            bases.push(new Base(depth, Links.resolve(bases.isEmpty() ? document : present(), base.strip())));
        }
    }

    /** Forgets that of an element at this depth. */
    void leave(int depth) {
        while (!bases.isEmpty() && bases.peek().depth() >= depth) {
            bases.pop();
        }
    }

    /** The one that counts here; empty if there is none. */
    String present() {
        return bases.isEmpty() ? "" : bases.peek().url();
    }
}
