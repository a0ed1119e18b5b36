package dev.newsfan.http;

import io.vertx.ext.web.RoutingContext;

/** Hears of the end of a request, whoever ends it. */
public final class RequestEnd {

    private RequestEnd() {}

    /**
     * Watches a request from now on. A stream of events is an exception: Quarkus takes the connection's only close handler
     * for it, so only the stream itself hears of a client that goes away.
     *
     * @param gone runs when the client goes away before it has its answer; it may run twice
     * @param over runs in any case when all has ended
     */
    public static void watch(RoutingContext request, Runnable gone, Runnable over) {
        request.addEndHandler(end -> {
            if (end.failed()) {
                gone.run();
            }
            over.run();
        });
        // A client that was gone before the handler was added ends nothing any more.
        if (request.response().closed()) {
            gone.run();
        }
    }
}
