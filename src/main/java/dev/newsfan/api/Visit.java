package dev.newsfan.api;

import dev.newsfan.desk.Admission;
import dev.newsfan.desk.NewsQuery;
import dev.newsfan.desk.NewsRequest;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.Mode;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * One admitted request for news, from its arrival on.
 *
 * @param modes those that it has a place in; more than one only in a race
 * @param query what it wants
 * @param budget runs since the arrival, so that waiting for a thread counts
 * @param cancellation is cancelled when the client goes away
 * @param places its place in each of its modes
 */
record Visit(
        List<Mode> modes,
        NewsQuery query,
        Budget budget,
        CancellationToken cancellation,
        List<Admission.Place> places) {

    private static final String KEY = Visit.class.getName();

    NewsRequest request() {
        return new NewsRequest(query, budget);
    }

    /** Keeps the visit with the request. */
    void keepIn(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The visit of a request; every request for news has one, or its filter has answered it. */
    static Visit of(RoutingContext request) {
        Visit visit = request.get(KEY);
        if (visit == null) {
            throw new IllegalStateException(
                    "Door has not let this request in: it has to know the resource and its method");
        }
        return visit;
    }

    /** Makes room for another request; once or more often. */
    void leave() {
        places.forEach(Admission.Place::leave);
    }

    /** The client has gone: whatever is under way for it ends. */
    void abandon() {
        cancellation.cancel();
        leave();
    }
}
