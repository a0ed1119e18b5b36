package dev.newsfan.loadlab;

/**
 * How many may be in a server at a time, and do what.
 *
 * @param limit L, how many requests the mode lets in; the others get a 503 at once
 * @param workers W, how many threads there are for the requests of {@code sync}
 * @param pool P, the connections of the smallest pool, to one source
 */
record House(int limit, int workers, int pool) {

    House {
        if (limit < 1 || workers < 1 || pool < 1) {
            throw new IllegalArgumentException(
                    "limit %d, workers %d and pool %d must be above zero".formatted(limit, workers, pool));
        }
    }
}
