package dev.newsfan.api;

import dev.newsfan.desk.NewsQuery;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Cancellation;
import io.vertx.ext.web.RoutingContext;

/**
 * One admitted request for news, from its arrival on.
 *
 * @param query what it wants
 * @param budget runs since the arrival, so that waiting for a thread counts
 * @param cancellation is cancelled when the client goes away
 */
record Visit(NewsQuery query, Budget budget, Cancellation cancellation) {

    private static final String KEY = Visit.class.getName();

    /** Keeps the visit with the request. */
    void keepIn(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The visit of a request; every request for news has one, or its filter has answered it. */
    static Visit of(RoutingContext request) {
        return request.get(KEY);
    }
}
