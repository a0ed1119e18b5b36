package dev.newsfan.format;

import java.util.List;

/**
 * How a source writes its answer. A new format is one new class: a CDI bean that implements this; its name can then stand
 * in a source's configuration. It is called from any thread, event loops among them, and from several at a time.
 */
public interface Format {

    /** What the configuration calls it. */
    String name();

    /**
     * Whether an answer of this media type should be in this format. What is well-formed is read whatever it calls itself;
     * this only helps to say what is wrong with what is not.
     *
     * @param mediaType type and subtype in lower case, without parameters
     */
    boolean accepts(String mediaType);

    /** What sources are told to be read best (RFC 9110, section 12.5.1); they may send something else. */
    default String accept() {
        return "*/*";
    }

    /**
     * Reads an answer without waiting for anything, in a time that is linear in its length whatever it holds.
     *
     * @return what it says, one for each article, fit to print or not
     * @throws FormatException if the answer is not in this format, saying why
     */
    List<ParsedArticle> decode(Answer answer);

    /**
     * The answers that have to be asked for first, if this one is only an index. {@link #decode} is then given one answer whose
     * body is the JSON array of their bodies, in this order, without those that couldn't be had.
     *
     * @param most how many are asked for at most, above zero
     * @return references to them, relative to the index's URL; none if it is no index
     * @throws FormatException if the answer is not in this format, saying why
     */
    default List<String> parts(Answer index, int most) {
        return List.of();
    }
}
