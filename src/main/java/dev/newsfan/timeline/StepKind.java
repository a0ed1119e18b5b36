package dev.newsfan.timeline;

import java.util.Locale;

/** What a {@link Step} is a step of. */
public enum StepKind {
    /** A request, from its arrival until the last byte of the answer has been written or its caller has gone. */
    REQUEST,
    /** What one request does in one mode, if it does so in several. */
    LANE,
    /** A request waits for a thread. */
    WAITING,
    /** A call of the fan-out, with all that its policies make of it. It has a source. */
    CALL,
    /** The cache of all replicas is asked. */
    SHARED_CACHE,
    /** One HTTP request to a source; a call may make several, and none. */
    ATTEMPT,
    /** It waits for a place among those that may have a connection. */
    PLACE,
    /** It waits for its connection: no time at all if one is there. */
    CONNECTION,
    /** It has been sent, and waits for the head of the answer. */
    FIRST_BYTE,
    /** The body comes. */
    BODY,
    /** Articles are made of an answer, or wait for a thread that does so. */
    DECODING,
    /** The articles of all sources become one digest. */
    MERGING,
    /** They are written. */
    WRITING;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Its name in answers, metrics and spans, such as {@code first_byte}. */
    public String word() {
        return word;
    }
}
