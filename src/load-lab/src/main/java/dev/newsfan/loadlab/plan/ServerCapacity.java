package dev.newsfan.loadlab.plan;

/**
 * How many may be in a server at a time, and do what.
 *
 * @param limit L, how many requests the mode lets in; the others get a 503 at once
 * @param workers W, how many threads there are for the requests of {@code sync}
 * @param connections P, the size of the connection pool to each source: the lab gives it as many as the mode lets in
 */
public record ServerCapacity(int limit, int workers, int connections) {

    /** The service's own choice, as its documentation has it. */
    private static final int DEFAULT_LIMIT = 1000;

    /** How many workers {@code sync} leaves to others. */
    private static final int FREE_WORKERS = 16;

    private static final int DEFAULT_LAB_LIMIT = 32;

    /** What a mode has on so many cores: the service's own choice, or what the options say. */
    static ServerCapacity of(LoadedMode mode, LoadOptions options, int cores) {
        int workers = options.workers().orElse(Math.max(8 * cores, 200));
        int chosen = options.limit().orElse(Math.max(options.mostUsers(), DEFAULT_LAB_LIMIT));
        int own = mode == LoadedMode.SYNC ? Math.max(1, workers - FREE_WORKERS) : DEFAULT_LIMIT;
        int limit = limitsAreChosen(options) ? chosen : own;
        return new ServerCapacity(limit, workers, options.asksSources() ? limit : Integer.MAX_VALUE);
    }

    /** With a worker pool of one's own choice, one wants to see the users wait for it, not be sent away. */
    static boolean limitsAreChosen(LoadOptions options) {
        return options.limit().isPresent() || options.workers().isPresent() || !options.asksSources();
    }
}
