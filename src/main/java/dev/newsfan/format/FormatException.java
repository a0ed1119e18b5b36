package dev.newsfan.format;

/**
 * An answer is not in the format that it should be in. The message says why, in words for people: it may be shown to anyone,
 * as it holds nothing that the source sent but names, numbers and addresses that are plain words.
 */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FormatException(String reason) {
        this(reason, null);
    }

    /** Sources fail by the thousand when they fail; nobody reads the stack, so none is filled in. */
    FormatException(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
