package dev.newsfan.redis;

/** The shared store hasn't done what it was asked; the message says why, and nothing that is secret. */
final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** It happens by the thousand while the store is gone; nobody reads the stack, so none is filled in. */
    StoreException(String reason) {
        super(reason, null, false, false);
    }
}
