package dev.newsfan.api;

/** A query parameter is not as it should be. */
final class BadParameter extends Exception {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * What is wrong.
     *
     * @param parameter its name
     * @param detail what is wrong with it and what is allowed, in a sentence for the caller
     */
    BadParameter(String parameter, String detail) {
        super(detail, null, false, false);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
