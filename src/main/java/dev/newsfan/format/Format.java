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

    /** How much of an answer is taken unless the configuration says otherwise: so many entries, the first ones. */
    default int limit() {
        return 500;
    }

    /** Whether an answer that looks like this is in this format. One that says so of no answer has to be configured. */
    default boolean recognizes(Outline outline) {
        return false;
    }

    /**
     * The format that an answer is in: this one, unless it is there to find that out.
     *
     * @throws FormatException if it is in none, saying what it is instead
     */
    default Format of(Answer answer) {
        return this;
    }

    /**
     * What else must be asked for, if an answer is only an index: the answers to these are read as one, a JSON list of
     * them in this order.
     *
     * @param index whatever the source has answered first
     * @param most of how many of its entries, at most
     * @return URLs, relative to that of the index; empty if it is no index, or one of nothing
     * @throws FormatException if not even that can be told
     */
    default List<String> parts(Answer index, int most) {
        return List.of();
    }

    /**
     * Reads an answer without waiting for anything, in a time that is linear in its length whatever it holds.
     *
     * @return what it says, one for each article, fit to print or not
     * @throws FormatException if the answer is not in this format, saying why
     */
    List<ParsedArticle> decode(Answer answer);
}
