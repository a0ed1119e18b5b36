package dev.newsfan.loadlab.plan;

/**
 * How many may be in a server at a time, and do what.
 *
 * @param limit L, how many requests the mode lets in; the others get a 503 at once
 * @param workers W, how many threads there are for the requests of {@code sync}
 * @param connections P, the size of the smallest connection pool, to one source
 */
public record ServerCapacity(int limit, int workers, int connections) {

    /** The service's own choice, as its documentation has it. */
    private static final int DEFAULT_LIMIT = 1000;

    /** How many threads {@code sync} leaves to others. */
    private static final int SPARE_WORKERS = 16;

    private static final int DEFAULT_LAB_LIMIT = 32;

    /** What a mode has on so many cores: the service's own choice, or what the options say. */
    static ServerCapacity of(LoadedMode mode, LoadOptions options, int cores) {
        int workers = options.workers().orElse(Math.max(8 * cores, 200));
        int chosen = options.limit().orElse(Math.max(options.mostUsers(), DEFAULT_LAB_LIMIT));
        int sync = limitsAreChosen(options) ? chosen : Math.max(1, workers - SPARE_WORKERS);
        int others = limitsAreChosen(options) ? chosen : DEFAULT_LIMIT;
        int pool = mode.isByHand() ? others : sync + 2 * others;
        return new ServerCapacity(
                mode == LoadedMode.SYNC ? sync : others, workers, options.asksSources() ? pool : Integer.MAX_VALUE);
    }

    /** With a worker pool of one's own choice, one wants to see the users wait for it, not be sent away. */
    static boolean limitsAreChosen(LoadOptions options) {
        return options.limit().isPresent() || options.workers().isPresent() || !options.asksSources();
    }
}
