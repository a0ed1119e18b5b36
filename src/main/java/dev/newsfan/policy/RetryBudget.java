package dev.newsfan.policy;

/**
 * How often a source may be asked once more: in the long run after one call of five, so that retries never multiply the load of a
 * source that is ill, with a reserve of {@value #RESERVE} for one that hardly ever is. One for each source; from any thread.
 */
public final class RetryBudget {

    /** The most retries beyond that part. */
    static final int RESERVE = 10;

    private static final int TENTHS_PER_CALL = 2;

    private final Tokens tokens;

    public RetryBudget() {
        this.tokens = new Tokens(RESERVE, RESERVE, TENTHS_PER_CALL);
    }

    /** A call is made for the first time. */
    void called() {
        tokens.called();
    }

    /** Whether it may be made once more, which then counts. */
    boolean take() {
        return tokens.take();
    }
}
