package dev.newsfan.loadlab;

/** An option is wrong; the message says which, and what is allowed. */
final class BadOption extends Exception {

    private static final long serialVersionUID = 1L;

    BadOption(String message) {
        super(message, null, false, false);
    }
}
