package dev.newsfan.loadlab;

/** The lab can't go on; the message tells a person why. */
final class LabException extends Exception {

    private static final long serialVersionUID = 1L;

    LabException(String message) {
        super(message, null, false, false);
    }
}
