package dev.newsfan.upstream;

/**
 * A source's connection has ended before anything of an answer came. A GET can then be made again, whether the source has seen it
 * or not (RFC 9110, section 9.2.2).
 */
final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause how it ended */
    UnansweredException(Throwable cause) {
        // Where it was made says nothing.
        super(cause.getMessage(), cause, false, false);
    }
}
