package dev.newsfan.format;

import java.util.Arrays;

/** The namespaces that are declared where an {@link XmlCursor} stands, as far as a feed has a use for them. */
final class XmlNamespaces {

    /** More are passed over: they would only make every look-up slower. */
    private static final int MOST = 64;

    private final String[] prefixes = new String[MOST];
    private final Vocabulary[] vocabularies = new Vocabulary[MOST];
    private final int[] depths = new int[MOST];
    private int count;

    /** Takes what an element at this depth declares among its attributes. */
    void declare(XmlTag.Attributes attributes, int depth) {
        while (count < MOST && attributes.next()) {
            String name = attributes.name();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                prefixes[count] = name.equals("xmlns") ? "" : name.substring("xmlns:".length());
                vocabularies[count] = Vocabulary.ofUri(attributes.value());
                depths[count] = depth;
                count++;
            }
        }
    }

    /** Forgets what an element at this depth has declared. */
    void leave(int depth) {
        while (count > 0 && depths[count - 1] >= depth) {
            count--;
        }
    }

    /** Takes what an element has declared for that of one less deep, which ends. */
    void move(int depth, int lessDeep) {
        int own = count;
        while (own > 0 && depths[own - 1] == depth) {
            own--;
        }
        int declared = count - own;
        count = own;
        leave(lessDeep);
        System.arraycopy(prefixes, own, prefixes, count, declared);
        System.arraycopy(vocabularies, own, vocabularies, count, declared);
        Arrays.fill(depths, count, count + declared, lessDeep);
        count += declared;
    }

    /** What the prefix stands for, or the empty one for none; if nobody has declared it, what it stands for by custom. */
    Vocabulary of(String prefix) {
        for (int i = count - 1; i >= 0; i--) {
            if (prefixes[i].equals(prefix)) {
                boolean unknown = vocabularies[i] == Vocabulary.OTHER;
                // Feeds have invented namespaces for what is RSS all the same.
                return unknown && prefix.isEmpty() ? Vocabulary.FEED : vocabularies[i];
            }
        }
        return Vocabulary.ofPrefix(prefix);
    }
}
