package dev.newsfan.timeline;

import java.util.Locale;

/** What may be known of a {@link Step}: few things, none of which holds a key, a query or the value of a header. */
public enum Fact {
    /** The mode in which the sources are asked. */
    MODE,
    /** The names of the sources that are asked, with commas between them. */
    SOURCES,
    /** How it ended, in one word: of a call the outcome; of all others {@code ok}, {@code error} or {@code cancelled}. */
    OUTCOME,
    /** Why it failed, in one word. */
    CODE,
    /** The status of HTTP. */
    STATUS,
    /** The bytes of a body as they were on the wire. */
    BYTES,
    /** The host that is asked. */
    HOST,
    /** Its port. */
    PORT,
    /** How many articles it has brought. */
    ARTICLES,
    /** How many sources were ok. */
    OK,
    /** How many sources timed out. */
    TIMEOUT,
    /** How many sources failed. */
    ERROR,
    /** How many sources were skipped. */
    SKIPPED,
    /** How many sources' answers were stale. */
    STALE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Its name in answers, such as {@code status}. */
    public String word() {
        return word;
    }
}
