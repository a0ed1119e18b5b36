package dev.newsfan.loadlab;

/** The lab can't go on; the message tells a person why, and where it can, what to do. There is no stack trace to read past. */
public final class LoadLabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for a person */
    public LoadLabException(String message) {
        super(message, null, false, false);
    }
}
