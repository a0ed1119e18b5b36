package dev.newsfan.http;

/** A query parameter is not as it should be. */
public final class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * What is wrong.
     *
     * @param parameter its name
     * @param detail what is wrong with it and what is allowed, in a sentence for the caller
     */
    public BadParameterException(String parameter, String detail) {
        super(detail, null, false, false);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
