package dev.newsfan.http;

/** There is no room for a request at the moment: a 503 with {@code Retry-After}. */
final class AtCapacityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why a clause for the caller, such as "nobody is there"; what to do is added */
    AtCapacityException(String why) {
        super(why, null, false, false);
    }
}
