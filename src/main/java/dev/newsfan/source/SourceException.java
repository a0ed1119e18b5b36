package dev.newsfan.source;

/**
 * A source has failed. The message is a reason that a person understands and may be shown to anyone: it holds no key, no
 * stack trace and nothing that the source sent but names and numbers.
 */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceException(String reason) {
        this(reason, null);
    }

    /** Sources fail by the thousand when they fail; nobody reads the stack, so none is filled in. */
    SourceException(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
